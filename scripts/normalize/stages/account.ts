/**
 * The complete list of edits between the reader's text and the published text. It is read off what the blocks hold and
 * what was removed, so that it can't say anything else than what happened.
 */
import { codePointCounter } from '../lines.ts';
import type { Passage, Span } from '../passage.ts';
import type { Edit, Removal } from '../types.ts';

type Cover = { from: number; to: number } & ({ span: Span; passage: Passage; block: number } | { removal: Removal });

const REASONS = {
  'line-wrap': '合并断行',
  'letter-space': '字与字之间多余的空白',
  'blank-space': '段落之间多余的空行与空白',
  'paragraph-break': '原文此处没有换行，另起一段',
  'full-width': '恢复全角标点',
  entity: '网页代码还原为字符',
  hkscs: '香港增补字符集的旧码位，换成统一码的字',
  'cell-break': '表格的行与行、格与格之间，统一写作换行与制表符',
  'line-space': '两行合为一个标题，断行处留一空格',
  'word-space': '西文在词与词之间断行，断行处留一空格',
} as const;
type RoutineRule = keyof typeof REASONS;

/** @throws Error if a character of the copy is neither published nor removed, or is both: a defect of a stage */
export function account(source: string, passages: Passage[], removals: Removal[]): Edit[] {
  const covers = coverOf(passages, removals);
  const gaps = gapsBefore(covers);
  const list = new EditList(source);
  let at = 0;
  for (const [index, cover] of covers.entries()) {
    if (cover.from < at) throw new Error(`第 ${cover.from} 字处重复入账：${source.slice(cover.from, at)}`);
    const gap = gaps[index] as Gap;
    list.space(at, cover.from, gap);
    if ('removal' in cover) list.remove(cover.removal);
    else {
      if (gap === 'between' && !list.broken) list.insertBreak(cover.from);
      list.broken = false;
      list.span(cover.span, cover.passage);
    }
    at = cover.to;
  }
  list.space(at, source.length, 'outside');
  return list.edits;
}

function coverOf(passages: Passage[], removals: Removal[]): Cover[] {
  const spans = passages.flatMap((passage, block) =>
    passage.spans.map((span): Cover => ({ from: span.from, to: span.from + span.sourceLength, span, passage, block })),
  );
  const cuts = removals.map((removal): Cover => ({ from: removal.from, to: removal.to, removal }));
  return [...spans, ...cuts].sort((a, b) => a.from - b.from || a.to - b.to).map(betweenLines);
}

/** Rules that put a space for a line end. */
const SPACES = ['line-space', 'word-space'];

/** The space between two lines that become one stands for the line end, not for what was removed beside it. */
function betweenLines(cover: Cover, index: number, covers: Cover[]): Cover {
  if (!('span' in cover) || !SPACES.includes(cover.span.rule ?? '')) return cover;
  const next = covers[index + 1];
  const from = Math.max(cover.from, covers[index - 1]?.to ?? 0);
  const to = next && 'removal' in next ? Math.min(cover.to, next.from) : cover.to;
  return { ...cover, from, to, span: { ...cover.span, from, sourceLength: to - from } };
}

/** Where white space stands: inside one block, between two, or before the first or behind the last. */
type Gap = 'within' | 'between' | 'outside';

/** For each cover the gap before it, which is told by the blocks on either side, over removals. */
function gapsBefore(covers: Cover[]): Gap[] {
  const blocks = covers.map((cover) => ('block' in cover ? cover.block : null));
  const behind = carried(blocks.toReversed()).toReversed();
  return carried([null, ...blocks.slice(0, -1)]).map((before, index) => {
    const after = behind[index] ?? null;
    if (before === null || after === null) return 'outside';
    return before === after ? 'within' : 'between';
  });
}

/** Each value, or the last one before it. */
function carried(values: (number | null)[]): (number | null)[] {
  let last: number | null = null;
  return values.map((value) => {
    last = value ?? last;
    return last;
  });
}

/** White space, also as a site that shows its own markup prints it. */
const SPACE = /^(?:\s|&nbsp;?)*$/u;

class EditList {
  readonly edits: Edit[] = [];
  /** The line feed between two blocks has been found in the copy. */
  broken = false;
  readonly #source: string;
  readonly #points: (offset: number) => number;

  constructor(source: string) {
    this.#source = source;
    this.#points = codePointCounter(source);
  }

  /** Characters that no block holds and no rule removed: white space, of which one line feed may stay between blocks. */
  space(from: number, to: number, gap: Gap): void {
    if (from >= to) return;
    const text = this.#source.slice(from, to);
    if (!SPACE.test(text)) throw new Error(`第 ${from} 字起没有入账：${text.trim().slice(0, 40)}`);
    const feed = gap === 'between' && !this.broken ? from + text.indexOf('\n') : -1;
    const rule = gap !== 'within' ? 'blank-space' : /[\r\n]/.test(text) ? 'line-wrap' : 'letter-space';
    if (feed < from) {
      this.#routine('join', from, to, rule);
    } else {
      this.broken = true;
      this.#routine('join', from, feed, rule);
      this.#routine('join', feed + 1, to, rule);
    }
  }

  remove({ from, to, rule, reason }: Removal): void {
    this.#push('remove', { text: this.#source.slice(from, to), rule, reason }, from, to);
  }

  insertBreak(at: number): void {
    this.#push('insert', { text: '\n', rule: 'paragraph-break', reason: REASONS['paragraph-break'] }, at, at);
  }

  /** Characters that are published: those that differ from the copy are replacements. */
  span(span: Span, passage: Passage): void {
    const { from, sourceLength } = span;
    const published = passage.text.slice(span.offset, span.offset + span.length);
    if (span.rule) {
      this.#routine('replace', from, from + sourceLength, span.rule as RoutineRule, published);
      return;
    }
    for (let start = 0; start < published.length; start++) {
      let end = start;
      while (end < published.length && published.charCodeAt(end) !== this.#source.charCodeAt(from + end)) end++;
      if (end > start) this.#routine('replace', from + start, from + end, 'full-width', published.slice(start, end));
      start = end;
    }
  }

  #routine(kind: 'join' | 'replace', from: number, to: number, rule: RoutineRule, published?: string): void {
    if (from === to) return;
    const text = this.#source.slice(from, to);
    const edit = published === undefined ? { text } : { text, with: published };
    this.#push(kind, { ...edit, rule, reason: REASONS[rule] }, from, to);
  }

  #push(kind: Edit['kind'], edit: Omit<Edit, 'kind' | 'at'>, from: number, to: number): void {
    this.edits.push({ kind, at: [this.#points(from), this.#points(to)], ...edit });
  }
}
