/**
 * One row of a comparison as HTML. In `copy` all text nodes are the copy, in `text` they are the published text; each change is
 * a `del` or `ins` with its number (`data-c`, from 1 in the order of the account), in both where both show it. `data-r` is the
 * number of its cause.
 */
import type { ElementContent, Properties } from 'hast';
import { element } from '../loader/element.ts';
import { html } from '../loader/html.ts';
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
    const copy = segments.flatMap((segment) => this.#copy(segment));
    const marks = block && 'marks' in block ? block.marks : [];
    return { copy: parsable(html(copy)), text: parsable(html(this.#text(segments, marks))) };
  }

  #copy({ source, edit }: Segment): ElementContent[] {
    const inner = this.#stretch(source);
    if (edit === null) return inner;
    return [this.#change(edit, (this.#edits[edit] as Edit).kind === 'insert' ? 'ins' : 'del', inner)];
  }

  /** Text of the copy with the numbers of its lines and what a person decided on. */
  #stretch(source: string): ElementContent[] {
    const from = this.#at;
    const to = from + source.length;
    this.#at = to;
    const within = this.#decisions.filter((decision) => decision.from < to && from < decision.to);
    if (within.length === 0 && this.#startOf(this.#line) >= to)
      return source === '' ? [] : [{ type: 'text', value: source }];
    const cuts = within.flatMap((each) => [Math.max(from, each.from), Math.min(to, each.to)]);
    for (let line = this.#line; this.#startOf(line) < to; line++) cuts.push(this.#startOf(line));
    const places = [...new Set([from, ...cuts, to])].sort((a, b) => a - b);
    return places.slice(0, -1).flatMap((start, index) => {
      const text = source.slice(start - from, (places[index + 1] as number) - from);
      const decision = within.find((each) => each.from <= start && start < each.to);
      const shown: ElementContent = decision
        ? element('mark', { className: ['hand'], dataR: this.#causes.ofDecision(decision).number }, text)
        : { type: 'text', value: text };
      return start === this.#startOf(this.#line) ? [this.#lineNumber(), shown] : [shown];
    });
  }

  /** Behind the last line there is none. @param line from 0 */
  #startOf(line: number): number {
    return this.#lineStarts[line] ?? Number.POSITIVE_INFINITY;
  }

  #lineNumber(): ElementContent {
    return element('i', { id: `L${++this.#line}` });
  }

  #text(segments: Segment[], marks: readonly Mark[]): ElementContent[] {
    const hidden = marks.filter(({ kind }) => kind === 'redaction');
    let at = 0;
    return segments.flatMap(({ published, edit }) => {
      if (published === '') return [];
      const inner = withHidden(published, at, hidden, this.#causes.hiddenNumber);
      at += published.length;
      return edit === null ? inner : [this.#change(edit, 'ins', inner)];
    });
  }

  #change(index: number, tag: 'del' | 'ins', inner: ElementContent[]): ElementContent {
    const edit = this.#edits[index] as Edit;
    const properties: Properties = {
      className: [kindOf(edit).id],
      dataC: index + 1,
      dataR: this.#causes.of(edit).number,
    };
    return { ...element(tag, properties), children: inner };
  }
}

/** @param at offset of the stretch in the text of its block */
function withHidden(text: string, at: number, hidden: readonly Mark[], cause: number): ElementContent[] {
  const nodes: ElementContent[] = [];
  let done = 0;
  for (const mark of hidden) {
    const from = Math.max(mark.from - at, done);
    const to = Math.min(mark.to - at, text.length);
    if (from >= to) continue;
    if (from > done) nodes.push({ type: 'text', value: text.slice(done, from) });
    nodes.push(element('mark', { className: ['hidden'], dataR: cause }, text.slice(from, to)));
    done = to;
  }
  if (done < text.length) nodes.push({ type: 'text', value: text.slice(done) });
  return nodes;
}

/** A parser of HTML takes a bare carriage return for a line feed, and drops a null, for which its picture stands in. */
function parsable(written: string): string {
  return /[\r\0]/.test(written) ? written.replaceAll('\r', '&#13;').replaceAll('\0', '␀') : written;
}
