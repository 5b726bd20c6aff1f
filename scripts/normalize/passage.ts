/**
 * A passage: published text that knows where each of its characters stands in the reader's text.
 * Stages cut, join and replace passages; the account is read off them at the end.
 */
export interface Span {
  /** Start in the passage's text. */
  offset: number;
  length: number;
  /** Start in the reader's text. */
  from: number;
  /** Length there; differs from `length` only where `rule` replaced the characters. */
  sourceLength: number;
  /** Why characters that differ from the copy stand here; width rules need none. */
  rule: string | undefined;
}

export interface Passage {
  text: string;
  spans: Span[];
}

/** The part `[from, to)` of a text that has the same length as the reader's text. */
export function passageOf(text: string, from: number, to: number): Passage {
  const slice = text.slice(from, to);
  const { length } = slice;
  return { text: slice, spans: slice ? [{ offset: 0, length, from, sourceLength: length, rule: undefined }] : [] };
}

export function concat(...passages: Passage[]): Passage {
  return concatAll(passages);
}

/** The same for any number of passages. */
export function concatAll(passages: Passage[]): Passage {
  if (passages.length === 1) return passages[0] as Passage;
  let text = '';
  const spans: Span[] = [];
  for (const passage of passages) {
    for (const { offset, length, from, sourceLength, rule } of passage.spans) {
      spans.push({ offset: offset + text.length, length, from, sourceLength, rule });
    }
    text += passage.text;
  }
  return { text, spans };
}

/** Offsets as in `String.prototype.slice`, without negatives. A replaced span is kept whole by whoever holds its start. */
export function slice(passage: Passage, from: number, to: number = passage.text.length): Passage {
  if (from === 0 && to === passage.text.length) return passage;
  const spans: Span[] = [];
  for (const span of passage.spans) {
    const start = Math.max(span.offset, from);
    const end = Math.min(span.offset + span.length, to);
    if (start >= end) continue;
    const replaced = span.rule !== undefined;
    const length = end - start;
    spans.push({
      offset: start - from,
      length,
      from: replaced ? span.from : span.from + (start - span.offset),
      sourceLength: replaced ? span.sourceLength : length,
      rule: span.rule,
    });
  }
  return { text: passage.text.slice(from, to), spans };
}

/** Without white space at either end; it falls into the gaps between blocks. */
export function trim(passage: Passage): Passage {
  const start = passage.text.length - passage.text.trimStart().length;
  return slice(passage, start, Math.max(start, passage.text.trimEnd().length));
}

/** `text` in place of `[from, to)` of the passage, in the name of a rule. The range lies inside one span. */
export function substitute(passage: Passage, from: number, to: number, text: string, rule: string): Passage {
  const place = sourceRange(passage, from, to);
  return replaced(place.from, place.to, text, rule);
}

/** `text` in place of `[from, to)` of the reader's text, in the name of a rule. */
export function replaced(from: number, to: number, text: string, rule: string): Passage {
  return { text, spans: [{ offset: 0, length: text.length, from, sourceLength: to - from, rule }] };
}

/** Where a place of the reader's text stands in the passage; -1 if it is not in it. */
export function offsetOf(passage: Passage, at: number): number {
  const span = passage.spans.find(({ from, sourceLength }) => from <= at && at < from + sourceLength);
  return span ? span.offset + (span.rule === undefined ? at - span.from : 0) : -1;
}

/** What a passage has of `[from, to)` of the reader's text. */
export function within(passage: Passage, from: number, to: number): Passage {
  const parts = passage.spans.flatMap((span) => {
    const whole = span.rule !== undefined;
    if (whole && (span.from < from || span.from + span.sourceLength > to)) return [];
    const start = Math.max(span.from, from);
    const end = Math.min(span.from + span.sourceLength, to);
    if (start >= end) return [];
    const at = span.offset + (start - span.from);
    return [slice(passage, at, whole ? span.offset + span.length : at + (end - start))];
  });
  return concat(...parts);
}

/** Where `[from, to)` of the passage stands in the reader's text. */
export function sourceRange(passage: Passage, from = 0, to = passage.text.length): { from: number; to: number } {
  const touches = ({ offset, length }: Span) => Math.max(offset, from) < Math.min(offset + length, to);
  const first = passage.spans.find(touches);
  const last = passage.spans.findLast(touches);
  if (!first || !last) {
    const end = passage.spans.at(-1);
    const at = end ? end.from + end.sourceLength : 0;
    return { from: at, to: at };
  }
  const into = (span: Span, at: number) => (span.rule === undefined ? span.from + at - span.offset : span.from);
  return {
    from: into(first, Math.max(first.offset, from)),
    to: last.rule === undefined ? into(last, Math.min(last.offset + last.length, to)) : last.from + last.sourceLength,
  };
}

/** Two lines that become one, the line end between them published as a space. */
export function joinWithSpace(before: Passage, after: Passage): Passage {
  return concat(before, spaceBetween(before, after, 'line-space'), after);
}

/** The line end between two lines as a space; nothing beside an empty line. */
export function spaceBetween(before: Passage, after: Passage, rule: 'line-space' | 'word-space'): Passage {
  const last = before.spans.at(-1);
  const next = after.spans[0];
  if (!last || !next) return { text: '', spans: [] };
  const from = last.from + last.sourceLength;
  return replaced(from, next.from, ' ', rule);
}
