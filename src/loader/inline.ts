/** The text of one block with its marks, as hast. */
import type { ElementContent } from 'hast';
import { words } from '../data/words.ts';
import type { Mark, TextBlock } from '../text/speech.ts';
import { element } from './element.ts';
import { handle } from './handle.ts';

/** All text nodes together are exactly `block.text`. */
export function inline(block: TextBlock): ElementContent[] {
  return span(block.text, block.marks, 0, block.text.length);
}

/** The part `from`–`to` of a text. A run-in may hold redactions, so that marks nest one deep. */
function span(text: string, marks: Mark[], from: number, to: number): ElementContent[] {
  const nodes: ElementContent[] = [];
  let at = from;
  for (const mark of marks) {
    if (mark.from < at || mark.to > to) continue;
    if (mark.from > at) nodes.push({ type: 'text', value: text.slice(at, mark.from) });
    nodes.push(marked(text, marks, mark));
    at = mark.to;
  }
  if (at < to) nodes.push({ type: 'text', value: text.slice(at, to) });
  return nodes;
}

function marked(text: string, marks: Mark[], mark: Mark): ElementContent {
  if (mark.kind === 'runin') {
    const inner = marks.filter((each) => each.kind === 'redaction');
    const heading = text.slice(mark.from, mark.to);
    return element(
      'strong',
      { className: ['runin'], id: mark.id },
      ...span(text, inner, mark.from, mark.to),
      handle(mark.id, heading),
    );
  }
  // The raw mark is text of the source and stays; the style sheet draws one quiet mark over it.
  const meaning = words.redaction;
  return element(
    'span',
    { className: ['redaction'], role: 'img', ariaLabel: meaning, title: meaning },
    text.slice(mark.from, mark.to),
  );
}
