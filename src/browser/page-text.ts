/** The text of a speech as its page holds it, and the way back from the text to the page. */
import type { Mark, TextBlock } from '../text/speech.ts';
import { originalText } from './script.ts';

/** A block as the speech has it: text, redaction marks, run-in headings, and the way back to the page. */
export interface PageText {
  id: string;
  kind: TextBlock['kind'];
  element: HTMLElement;
  text: string;
  marks: Mark[];
  /** Text nodes in order, each with the offset at which it begins. */
  pieces: { node: Text; from: number }[];
  range(from: number, to: number): Range;
}

/** The blocks of `[data-speech-text]` in order; notes (`[data-note]`) are no text. */
export function pageTexts(): PageText[] {
  const blocks = document.querySelectorAll<HTMLElement>(
    '[data-speech-text] :is(p, h1, h2, h3, h4, h5, h6, .table)[id]',
  );
  return [...blocks].filter((block) => !block.closest('[data-note]')).map(readText);
}

function readText(element: HTMLElement): PageText {
  const pieces: PageText['pieces'] = [];
  const marks: Mark[] = [];
  let text = '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest('[data-note]')) continue;
    const from = text.length;
    text += originalText(node);
    pieces.push({ node, from });
    if (node.parentElement?.closest('.redaction')) marks.push({ kind: 'redaction', from, to: text.length });
    const runin = node.parentElement?.closest('.runin');
    if (runin) extend(marks, runin.id, from, text.length);
  }
  const place = (offset: number, edge: 'start' | 'end'): [Text, number] => {
    const piece = pieces.findLast(({ from }) => (edge === 'start' ? from <= offset : from < offset));
    return [piece?.node as Text, offset - (piece?.from ?? 0)];
  };
  return {
    id: element.id,
    kind: kindOf(element),
    element,
    text,
    marks,
    pieces,
    range(from, to) {
      const range = new Range();
      range.setStart(...place(from, 'start'));
      range.setEnd(...place(to, 'end'));
      return range;
    },
  };
}

/** A run-in heading may stand in several text nodes. */
function extend(marks: Mark[], id: string, from: number, to: number): void {
  const begun = marks.find((mark) => mark.kind === 'runin' && mark.id === id);
  if (begun) begun.to = to;
  else marks.push({ kind: 'runin', from, to, id });
}

function kindOf({ tagName }: Element): TextBlock['kind'] {
  if (tagName === 'H1') return 'title';
  return /^H\d$/.test(tagName) ? 'heading' : tagName === 'P' ? 'paragraph' : 'table';
}
