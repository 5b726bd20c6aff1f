/**
 * Speech → HTML. Inside the article every text node is text of the source, in reading order,
 * except inside elements that carry `data-note`. Ids are those of the Speech.
 */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { words } from '../data/words.ts';
import type { Block, Speech, TextBlock } from '../text/speech.ts';
import { element } from './element.ts';
import { handle } from './handle.ts';
import { inline } from './inline.ts';
import { omission } from './omission.ts';

export interface RenderedSpeech {
  /** Everything up to and with the title, the page's one `h1`. */
  head: string;
  /** Everything after the title. */
  body: string;
}

export function renderSpeech(speech: Speech): RenderedSpeech {
  const titleAt = speech.blocks.findIndex((block) => block.kind === 'title');
  const nodes = speech.blocks.map((block) => renderBlock(speech, block));
  const head = titleAt < 0 ? [derivedTitle(speech)] : nodes.slice(0, titleAt + 1);
  return { head: html(head), body: html(nodes.slice(titleAt + 1)) };
}

function html(nodes: Element[]): string {
  return toHtml({ type: 'root', children: nodes });
}

function renderBlock(speech: Speech, block: Block): Element {
  switch (block.kind) {
    case 'omission':
      return omission(speech, block);
    case 'title':
      return element('h1', { id: block.id }, ...inline(block));
    case 'heading':
      return heading(block);
    case 'paragraph':
      return element('p', { id: block.id }, ...inline(block), handle(block.id));
    default:
      return element('p', { id: block.id, className: [block.kind] }, ...inline(block));
  }
}

/** HTML has six ranks; what lies deeper shares the last one and keeps its level for the style sheet. */
function heading(block: TextBlock & { level: number }): Element {
  const rank = Math.min(block.level + 1, 6);
  return element(`h${rank}`, { id: block.id, dataLevel: block.level }, ...inline(block), handle(block.id, block.text));
}

function derivedTitle(speech: Speech): Element {
  return element(
    'h1',
    { dataNote: true },
    speech.meta.title,
    element('span', { className: ['derived'] }, words.derived.tag),
  );
}
