/** The text of one block with its marks, as hast. */
import type { ElementContent } from 'hast';
import { textWords as words } from '../data/text-words.ts';
import { textBlocks } from '../text/blocks.ts';
import type { Mark, Speech, TextBlock } from '../text/speech.ts';
import { element } from './element.ts';
import { handle } from './handle.ts';

type NoteMark = Extract<Mark, { kind: 'note' }>;

/** The marks that are the first to refer to their note: there a note's link back leads. */
export function firstMarks(speech: Speech): Set<Mark> {
  const first = new Map<string, Mark>();
  for (const block of textBlocks(speech)) {
    for (const mark of block.marks) {
      if (mark.kind === 'note' && mark.id !== block.id && !first.has(mark.id)) first.set(mark.id, mark);
    }
  }
  return new Set(first.values());
}

/**
 * The part `from`–`to` of a block's text; all text nodes together are exactly that part.
 * @param first see `firstMarks`
 */
export function inline(block: TextBlock, first: Set<Mark>, from = 0, to = block.text.length): ElementContent[] {
  return span(block, block.marks, first, from, to);
}

/** A run-in may hold redactions and signs of notes, so that marks nest one deep. */
function span(block: TextBlock, marks: Mark[], first: Set<Mark>, from: number, to: number): ElementContent[] {
  const nodes: ElementContent[] = [];
  let at = from;
  for (const mark of marks) {
    if (mark.from < at || mark.to > to) continue;
    if (mark.from > at) nodes.push({ type: 'text', value: block.text.slice(at, mark.from) });
    nodes.push(marked(block, mark, first));
    at = mark.to;
  }
  if (at < to) nodes.push({ type: 'text', value: block.text.slice(at, to) });
  return nodes;
}

function marked(block: TextBlock, mark: Mark, first: Set<Mark>): ElementContent {
  const words = block.text.slice(mark.from, mark.to);
  if (mark.kind === 'runin') {
    const inner = block.marks.filter((each) => each.kind !== 'runin');
    const properties = { className: ['runin'], id: mark.id };
    return element('strong', properties, ...span(block, inner, first, mark.from, mark.to), handle(mark.id, words));
  }
  if (mark.kind === 'note') return mark.id === block.id ? backLink(mark, words) : reference(mark, words, first);
  return redaction(words);
}

/** The sign of a note in the text: a link to the note. */
function reference(mark: NoteMark, sign: string, first: Set<Mark>): ElementContent {
  const id = first.has(mark) ? { id: `${mark.id}-mark` } : {};
  return element('a', { className: ['note-mark'], href: `#${mark.id}`, ...id, role: 'doc-noteref' }, sign);
}

/** The sign that a note begins with: a link back to the text. */
function backLink({ id }: NoteMark, sign: string): ElementContent {
  const label = words.note.back(sign.trim());
  return element('a', { className: ['note-back'], href: `#${id}-mark`, role: 'doc-backlink', ariaLabel: label }, sign);
}

/** The raw mark is text of the source and stays; the style sheet draws one quiet mark over it. */
function redaction(sign: string): ElementContent {
  const meaning = words.redaction;
  return element('span', { className: ['redaction'], role: 'img', ariaLabel: meaning, title: meaning }, sign);
}
