/**
 * Speech → HTML. Inside the article every text node is text of the source, in reading order,
 * except inside elements that carry `data-note`. Ids are those of the Speech, those that it had once included.
 */
import type { Element, ElementContent } from 'hast';
import { textWords as words } from '../data/text-words.ts';
import { topicWords } from '../data/topics.ts';
import { phrases } from '../text/phrases.ts';
import type { Block, Mark, Speech, TextBlock } from '../text/speech.ts';
import { element } from './element.ts';
import { placeFormer } from './former.ts';
import { handle } from './handle.ts';
import { html } from './html.ts';
import { firstMarks, inline } from './inline.ts';
import { omission } from './omission.ts';
import { table } from './table.ts';

export interface RenderedSpeech {
  /** Everything up to and with the title, the page's one `h1`. */
  head: string;
  /** Everything after the title. */
  body: string;
}

export function renderSpeech(speech: Speech): RenderedSpeech {
  const titleAt = speech.blocks.findIndex((block) => block.kind === 'title');
  const first = firstMarks(speech);
  const nodes = speech.blocks.map((block) => renderBlock(speech, block, first));
  const removed = placeFormer(speech, nodes);
  const head = titleAt < 0 ? [titleApart(speech)] : nodes.slice(0, titleAt + 1);
  return { head: html(head), body: html([...nodes.slice(titleAt + 1), ...removed]) };
}

function renderBlock(speech: Speech, block: Block, first: Set<Mark>): Element {
  switch (block.kind) {
    case 'omission':
      return omission(speech, block);
    case 'title':
      return element('h1', { id: block.id }, ...inline(block, first).flatMap(breakable));
    case 'heading':
      return heading(block, first);
    case 'paragraph':
      return element('p', { id: block.id, ...named(block.role) }, ...inline(block, first), handle(block.id));
    case 'table':
      return table(speech, block, first);
    case 'note':
      return element('p', { id: block.id, ...named('note') }, ...inline(block, first), handle(block.id));
    default:
      return element('p', { id: block.id, ...named(block.kind) }, ...inline(block, first));
  }
}

/** A class, where there is one. */
function named(name: string | undefined): { className?: string[] } {
  return name === undefined ? {} : { className: [name] };
}

/** HTML has six ranks; what lies deeper shares the last one and keeps its level for the style sheet. */
function heading(block: TextBlock & { level: number }, first: Set<Mark>): Element {
  const rank = Math.min(block.level + 1, 6);
  return element(
    `h${rank}`,
    { id: block.id, dataLevel: block.level },
    ...inline(block, first),
    handle(block.id, block.text),
  );
}

/** The lines of a title end between words. */
function breakable(node: ElementContent): ElementContent[] {
  if (node.type !== 'text') return [node];
  return phrases(node.value, topicWords).flatMap((value, index) => [
    ...(index > 0 ? [element('wbr', {})] : []),
    { type: 'text' as const, value },
  ]);
}

function titleApart(speech: Speech): Element {
  return element(
    'h1',
    { dataNote: true },
    ...breakable({ type: 'text', value: speech.meta.title }),
    ...(speech.meta.titleDerived ? [element('span', { className: ['derived'] }, words.derived.tag)] : []),
  );
}
