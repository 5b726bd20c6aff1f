/** Headings without numbers: annex labels, and short lines of their own between paragraphs. */
import { joinWithSpace } from '../passage.ts';
import { markerAt } from '../rules/markers.ts';
import { type Candidate, inOrder } from './candidates.ts';
import type { Piece } from './pieces.ts';

/** A line that is nothing but the label of an annex. `附件：某某方案` under a text only announces one. */
const ANNEX = /^(附件|附录|附表|附)\s{0,2}([0-9]{0,2}|[一二三四五六七八九十]{0,3})$/u;
const SHORTEST = 4;
const LONGEST = 40;
/** Fewest plain lines that make a habit; one alone is an accident. */
const FEWEST = 2;
/** Text under a heading is longer than a heading. */
const SHORTEST_BODY = 30;
/** Beginnings of lines that are short without being headings. */
const NO_HEADING =
  /^(?:[（(【〔“”《——-]{0,2}(?:来源|作者|图|表|注|专栏|附件|单位|记者|编辑|责任编辑|电话|地址|邮编|网址|日期|时间)|[（(【〔—-]|\d{1,4}[.-]|\d{4}年\d{1,2}月)/u;

/** A sentence that has lost its mark: who speaks is its subject, or its second clause orders or denies. */
const SENTENCE = /^(?:我们|我|各位|让我们)|，(?:必须|要|决不|绝不|也|都|就)|，.*，/u;
/** An annex whose label and title share a line; what follows must be long enough to be its text. */
const TITLED_ANNEX = /^(附(?:件|录|錄)?[0-9一二三四五六七八九十]{0,3}：)(\S{2,30})$/u;
const ANNEX_LENGTH = 300;

/** A line that says that what follows explains words of the text: a part of its own, under no part of it. */
const GLOSSARY =
  /^(?:(?:有关|相关|部分|主要)?(?:名词|名詞|术语|術語|专有名词|专业术语)(?:解释|解釋|注释|註釋|说明|說明)|(?:名词|名詞)?缩略语(?:说明|表)?)[：:]?$/u;

/** A number that has a line to itself: `一`, `第一部分`, `01`. */
const NUMBER_LABEL =
  /^(?:(?:PART\s?\.?\s?)?0\d|[一二三四五六七八九十]{1,3}|第[一二三四五六七八九十]{1,3}(?:部分|章|节|節|编|篇))$/u;

const isLabel = (text: string) => ANNEX.test(text) || NUMBER_LABEL.test(text);

/** The title of an annex, or of a numbered part, stands on the line under its label: the two become one heading. */
export function joinAnnexTitles(units: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const unit of units) {
    const label = joined.at(-1);
    if (unit.kind === 'text' && label?.kind === 'text' && isLabel(label.passage.text) && isPlain(unit.passage.text)) {
      joined[joined.length - 1] = { ...label, passage: joinWithSpace(label.passage, unit.passage) };
    } else {
      joined.push(unit);
    }
  }
  return joined;
}

/** Annex headings, and plain headings where a text has a habit of them. */
export function findUnnumbered(units: Piece[], candidates: Candidate[]): Candidate[] {
  const starts = candidates.filter((each) => each.offset === 0);
  const taken = new Set(starts.map((each) => each.unit));
  const headings = new Set(candidates.filter((each) => each.form === 'heading').map((each) => each.unit));
  const found: Candidate[] = [];
  const plain: Candidate[] = [];
  for (const [unit, piece] of units.entries()) {
    if (piece.kind !== 'text' || taken.has(unit)) continue;
    const text = piece.passage.text;
    const titled = TITLED_ANNEX.exec(text);
    const label = /^\S{1,2}\s{0,2}\S{0,3}(?= |$)/u.exec(text)?.[0] ?? '';
    if (ANNEX.test(label) && (label.length === text.length || text[label.length] === ' ')) {
      const heading = text.slice(label.length).trim();
      found.push({
        ...whole(unit, text, heading),
        kind: 'annex',
        marker: text.slice(0, text.length - heading.length),
        ordinal: found.length + 1,
      });
    } else if (GLOSSARY.test(text) && units[unit + 1]?.kind === 'text') {
      const heading = text.replace(/[：:]$/u, '');
      found.push({ ...whole(unit, text, heading), kind: 'annex', marker: '', ordinal: found.length + 1 });
    } else if (titled && (begins(units[unit + 1]) || lengthFrom(units, unit + 1) >= ANNEX_LENGTH)) {
      const [, marker = '', heading = ''] = titled;
      found.push({ ...whole(unit, text, heading), kind: 'annex', marker, ordinal: found.length + 1 });
    } else if (isPlain(unbracketed(text)) && !isSpeaker(text) && hasBody(units, taken, headings, unit)) {
      plain.push({ ...whole(unit, text, text), kind: 'topic', marker: '', ordinal: plain.length + 1 });
    }
  }
  const start = numberingAcross(candidates, plain);
  const standing = plain.filter((each) => each.unit > start);
  const habit = standing.length >= FEWEST ? standing : [];
  return [...candidates, ...found, ...habit].sort(inOrder);
}

/**
 * Unit of the first part of a numbering that counts on across plain lines: these are then parts of its parts, and a plain
 * line before it is no part. -1 where each plain line has a numbering of its own below it, or there is none.
 */
function numberingAcross(candidates: Candidate[], plain: Candidate[]): number {
  const first = candidates.find((each) => each.form === 'heading');
  const numbering = candidates.filter((each) => each.form === 'heading' && each.kind === first?.kind);
  const lines = plain.map(({ unit }) => unit);
  let line = 0;
  const across = numbering.some((each, index) => {
    const next = numbering[index + 1];
    while (line < lines.length && (lines[line] ?? 0) <= each.unit) line++;
    return next?.ordinal === each.ordinal + 1 && (lines[line] ?? Number.POSITIVE_INFINITY) < next.unit;
  });
  return across ? (first?.unit ?? -1) : -1;
}

function whole(unit: number, text: string, heading: string): Omit<Candidate, 'kind' | 'marker' | 'ordinal'> {
  return { unit, offset: 0, heading, end: text.length, form: 'heading', unsure: false };
}

/** A short line that ends no sentence and is no list, label, date or name. */
function isPlain(text: string): boolean {
  if (text.length < SHORTEST || text.length > LONGEST || NO_HEADING.test(text) || SENTENCE.test(text)) return false;
  return (
    !/[。！？；，：、…,;:.!?]$|[。！？；]/u.test(text) && /\p{Script=Han}{2}/u.test(text) && !/\d日$|\t/u.test(text)
  );
}

/** Sites set headings between such brackets: `【看清形势】`. */
function unbracketed(text: string): string {
  return /^【([^【】]+)】$/u.exec(text)?.[1] ?? text;
}

/** `市长　张三`, `（某某 摄）`: who speaks or took the picture. */
function isSpeaker(text: string): boolean {
  return /[\s　](?:\p{Script=Han}{1,4}|摄)$/u.test(text) || /[\s　]\p{Script=Han}[\s　]\p{Script=Han}$/u.test(text);
}

/** Text that a heading can stand over. */
function isBody(text: string, heading: string): boolean {
  return text.length >= SHORTEST_BODY && text.length > heading.length && /[。！？；：”）]/u.test(text);
}

/** A numbering begins anew, as in an annex of its own. */
function begins(unit: Piece | undefined): boolean {
  const marker = markerAt(unitText(unit), 0);
  return marker?.role === 'heading' && marker.ordinal === 1;
}

/** Characters of the units from an index on, as far as it takes to know that they are many. */
function lengthFrom(units: Piece[], from: number): number {
  let length = 0;
  for (let unit = from; unit < units.length && length < ANNEX_LENGTH; unit++) length += unitText(units[unit]).length;
  return length;
}

function unitText(unit: Piece | undefined): string {
  return unit && unit.kind !== 'gap' ? unit.passage.text : '';
}

/** The format says that the line is a heading, whatever the length of the text under it. */
function isMarked(unit: Piece | undefined): boolean {
  return unit?.kind === 'text' && (unit.hints ?? []).some(({ kind }) => kind === 'heading');
}

/** Behind a heading comes its text, or a numbered part with a heading of its own; before it, nothing is left open. */
function hasBody(units: Piece[], taken: Set<number>, headings: Set<number>, unit: number): boolean {
  const previous = units[unit - 1];
  const next = units[unit + 1];
  if (previous?.kind === 'gap' || next?.kind !== 'text') return false;
  const opens = previous?.kind !== 'text';
  const closed = opens || /[。！？”）；…]$/u.test(unitText(previous)) || headings.has(unit - 1);
  const numbered = markerAt(next.passage.text, 0)?.role === 'heading' || taken.has(unit + 1);
  return closed && (numbered || isMarked(units[unit]) || isBody(next.passage.text, unitText(units[unit])));
}
