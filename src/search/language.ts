/**
 * The language of queries: words apart by spaces must all stand in the document, `甲|乙` either, `-词` not, `"…"` exactly as written,
 * `标题:词` in its title, `小节:词` in a heading of it. Anything else is text; every string is a query and none is an error.
 */
import { foldQuery } from '../text/fold.ts';

/** Where a word has to stand. `heading` means the outline: headings and run-in headings. */
export type Field = 'text' | 'title' | 'heading';

export interface Term {
  /** Words as written, well-formed, not empty. */
  words: string;
  /** true: punctuation, width, case and form of the characters count. */
  exact: boolean;
  field: Field;
}

/** Each group of `all` must be met by one of its terms, and no term of `none`. Empty: the query asks for nothing. */
export interface Query {
  all: Term[][];
  none: Term[];
}

const FIELDS: Record<string, Field> = { 标题: 'title', 標題: 'title', 小节: 'heading', 小節: 'heading' };
/** A field, then what is quoted, or text to the next space, bar or quoted part. A quotation mark that is never closed is text. */
const TERM = /(?:(标题|標題|小节|小節)[:：]\s*)?(?:"([^"]*)"|((?:[^\s|｜"]|"(?![^"]*"))+))/u;
const TERMS = new RegExp(TERM, 'gu');
/** Terms joined by bars, spaces around them or not; behind a dash if they are not wanted. */
const GROUP = new RegExp(`(?:-(?=[^\\s|｜-]))?${TERM.source}(?:(?:\\s*[|｜])+\\s*${TERM.source})*`, 'gu');

interface Group {
  without: boolean;
  terms: Term[];
}

export function parseQuery(written: string): Query {
  const groups = withWords(written);
  const terms = distinct(groups.filter(({ without }) => !without));
  const unwanted = distinct(groups.filter(({ without }) => without));
  // Only exclusions would mean nearly everything: a dash before the only word is a sign of the text.
  return terms.length > 0 ? { all: terms, none: unwanted.flat() } : { all: unwanted, none: [] };
}

/** The groups of a query as they are written; joined by spaces they mean the same. */
export function writtenGroups(written: string): string[] {
  return written.toWellFormed().match(GROUP) ?? [];
}

/** Signs beside words count as little as they do in the text; signs alone are looked for as they stand. */
function withWords(written: string): Group[] {
  const groups = writtenGroups(written).map(readGroup);
  const speaking = groups
    .map(({ without, terms }) => ({ without, terms: terms.filter(hasWords) }))
    .filter(({ terms }) => terms.length > 0);
  if (speaking.length > 0) return speaking;
  const signs = groups.filter(({ terms }) => terms.length > 0);
  const words = written.toWellFormed().trim();
  if (signs.length > 0 || words === '') return signs;
  return [{ without: false, terms: [{ words, exact: false, field: 'text' }] }];
}

function hasWords({ words, exact }: Term): boolean {
  return exact || foldQuery(words).length > 0;
}

/** Whether a group as written stands behind a dash that keeps documents out. */
export function isUnwanted(written: string): boolean {
  return /^-(?=[^\s|｜-])/u.test(written);
}

/** A field holds for the terms after it, up to the next one. */
function readGroup(written: string): Group {
  const without = isUnwanted(written);
  const terms: Term[] = [];
  let field: Field = 'text';
  for (const [, name, quoted, text] of written.slice(without ? 1 : 0).matchAll(TERMS)) {
    if (name) field = FIELDS[name] as Field;
    const words = quoted ?? text ?? '';
    if (words.trim() !== '') terms.push({ words, exact: quoted !== undefined, field });
  }
  return { without, terms };
}

function distinct(groups: Group[]): Term[][] {
  return [...new Map(groups.map(({ terms }) => [JSON.stringify(terms), terms])).values()];
}
