/**
 * One row of a comparison as HTML. In `copy` all text nodes are the copy, in `text` they are the published text; each change is
 * a `del` or `ins` with its number (`data-c`, from 1 in the order of the account), in both where both show it. `data-r` is the
 * number of its cause.
 */
import { textHtml } from '../loader/html.ts';
import type { Segment } from '../text/account.ts';
import type { Mark } from '../text/speech.ts';
import type { Causes, Decision } from './causes.ts';
import { type Edit, kindOf } from './kinds.ts';
import type { Row } from './rows.ts';

export interface RenderedRow {
  copy: string;
  text: string;
}

/** Renders the rows of one page, in their order: lines of the copy are counted across rows. */
export class RowRenderer {
  readonly #edits: readonly Edit[];
  readonly #decisions: readonly Decision[];
  readonly #causes: Causes;
  /** In order. */
  readonly #lineStarts: readonly number[];
  #at = 0;
  /** How many lines have their number already. */
  #line = 0;

  /** @param source the whole copy */
  constructor(source: string, edits: readonly Edit[], decisions: readonly Decision[], causes: Causes) {
    this.#causes = causes;
    this.#edits = edits;
    this.#decisions = decisions;
    const ends = [...source.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length);
    this.#lineStarts = [0, ...ends].filter((start) => start < source.length);
  }

  render({ block, segments }: Row): RenderedRow {
    let copy = '';
    for (const segment of segments) copy += this.#copy(segment);
    const marks = block && 'marks' in block ? block.marks : [];
    return { copy: parsable(copy), text: parsable(this.#text(segments, marks)) };
  }

  #copy({ source, edit }: Segment): string {
    const inner = this.#stretch(source);
    if (edit === null) return inner;
    return this.#change(edit, (this.#edits[edit] as Edit).kind === 'insert' ? 'ins' : 'del', inner);
  }

  /** Text of the copy with the numbers of its lines and what a person decided on. */
  #stretch(source: string): string {
    const from = this.#at;
    const to = from + source.length;
    this.#at = to;
    const within = this.#decisions.filter((decision) => decision.from < to && from < decision.to);
    if (within.length === 0 && this.#startOf(this.#line) >= to) return textHtml(source);
    const cuts = within.flatMap((each) => [Math.max(from, each.from), Math.min(to, each.to)]);
    for (let line = this.#line; this.#startOf(line) < to; line++) cuts.push(this.#startOf(line));
    const places = [...new Set([from, ...cuts, to])].sort((a, b) => a - b);
    const stretches = places.slice(0, -1).map((start, index) => {
      const text = textHtml(source.slice(start - from, (places[index + 1] as number) - from));
      const decision = within.find((each) => each.from <= start && start < each.to);
      const shown = decision
        ? `<mark class="hand" data-r="${this.#causes.ofDecision(decision).number}">${text}</mark>`
        : text;
      return start === this.#startOf(this.#line) ? this.#lineNumber() + shown : shown;
    });
    return stretches.join('');
  }

  /** Behind the last line there is none. @param line from 0 */
  #startOf(line: number): number {
    return this.#lineStarts[line] ?? Number.POSITIVE_INFINITY;
  }

  #lineNumber(): string {
    return `<i id="L${++this.#line}"></i>`;
  }

  #text(segments: Segment[], marks: readonly Mark[]): string {
    const hidden = marks.filter(({ kind }) => kind === 'redaction');
    let at = 0;
    let written = '';
    for (const { published, edit } of segments) {
      if (published === '') continue;
      const inner = withHidden(published, at, hidden, this.#causes.hiddenNumber);
      at += published.length;
      written += edit === null ? inner : this.#change(edit, 'ins', inner);
    }
    return written;
  }

  #change(index: number, tag: 'del' | 'ins', inner: string): string {
    const edit = this.#edits[index] as Edit;
    const { number } = this.#causes.of(edit);
    return `<${tag} class="${kindOf(edit).id}" data-c="${index + 1}" data-r="${number}">${inner}</${tag}>`;
  }
}

/** @param at offset of the stretch in the text of its block */
function withHidden(text: string, at: number, hidden: readonly Mark[], cause: number): string {
  let written = '';
  let done = 0;
  for (const mark of hidden) {
    const from = Math.max(mark.from - at, done);
    const to = Math.min(mark.to - at, text.length);
    if (from >= to) continue;
    written += `${textHtml(text.slice(done, from))}<mark class="hidden" data-r="${cause}">${textHtml(text.slice(from, to))}</mark>`;
    done = to;
  }
  return written + textHtml(text.slice(done));
}

/** A parser of HTML takes a bare carriage return for a line feed, and drops a null, for which its picture stands in. */
function parsable(written: string): string {
  return /[\r\0]/.test(written) ? written.replaceAll('\r', '&#13;').replaceAll('\0', '␀') : written;
}
