/** The language of queries as the judge reads it, character by character; see `src/search/language.ts` for what it means. */
import { patternOf } from './pattern.ts';

export interface Wanted {
  words: string;
  exact: boolean;
  where: 'text' | 'title' | 'heading';
}

export interface Asked {
  /** Of every group one. */
  groups: Wanted[][];
  without: Wanted[];
}

interface Group {
  without: boolean;
  any: Wanted[];
}

export function readQuery(query: string): Asked {
  const written = readGroups(query);
  const speaking = written.map(({ without, any }) => ({ without, any: any.filter(speaks) })).filter(isAsking);
  const signs = written.filter(isAsking);
  const alone: Group = { without: false, any: [{ words: query.trim(), exact: false, where: 'text' }] };
  const asking = [speaking, signs, query.trim() ? [alone] : []].find((groups) => groups.length > 0) ?? [];
  const wanted = asking.filter(({ without }) => !without);
  const groups = (wanted.length > 0 ? wanted : asking).map(({ any }) => any);
  return {
    groups,
    without: wanted.length > 0 ? asking.filter(({ without }) => without).flatMap(({ any }) => any) : [],
  };
}

function isAsking({ any }: Group): boolean {
  return any.length > 0;
}

/** Signs alone are looked for only where nothing else is asked for. */
function speaks({ words, exact }: Wanted): boolean {
  return exact || patternOf(words, null) !== null;
}

function readGroups(query: string): Group[] {
  const groups: Group[] = [];
  for (let at = skip(query, 0, SPACE_OR_BAR); at < query.length; at = skip(query, at, SPACE_OR_BAR)) {
    const without = query[at] === '-' && /[^\s|｜-]/.test(query[at + 1] ?? ' ');
    const group: Group = { without, any: [] };
    let where: Wanted['where'] = 'text';
    let next = without ? at + 1 : at;
    do {
      const { end, words, exact, field } = readTerm(query, next);
      // A field holds up to the next one.
      where = field ?? where;
      if (words.trim() !== '') group.any.push({ words, exact, where });
      at = end;
      next = skip(query, at, SPACE_OR_BAR);
    } while (next < query.length && /[|｜]/.test(query.slice(at, next)));
    groups.push(group);
  }
  return groups;
}

const SPACE = /\s/;
const SPACE_OR_BAR = /[\s|｜]/;
const fields = { 标题: 'title', 標題: 'title', 小节: 'heading', 小節: 'heading' } as const;

interface Read {
  /** Where the term ends in the query. */
  end: number;
  words: string;
  exact: boolean;
  field?: Wanted['where'];
}

/** The term that begins at a place, with its field; a field of nothing is text. */
function readTerm(query: string, at: number): Read {
  const name = query.slice(at, at + 2) as keyof typeof fields;
  const body = skip(query, at + 3, SPACE);
  const named = name in fields && /[:：]/.test(query[at + 2] ?? '') && /[^|｜]/.test(query[body] ?? '|');
  return named ? { ...readWords(query, body), field: fields[name] } : readWords(query, at);
}

function readWords(query: string, at: number): Read {
  const close = closing(query, at);
  if (close) return { end: close + 1, words: query.slice(at + 1, close), exact: true };
  let end = at;
  while (end < query.length && !SPACE_OR_BAR.test(query[end] as string) && !closing(query, end)) end++;
  return { end, words: query.slice(at, end), exact: false };
}

/** Where the quotation closes that opens at a place; 0 where none opens, or it is never closed. */
function closing(query: string, at: number): number {
  return query[at] === '"' ? Math.max(0, query.indexOf('"', at + 1)) : 0;
}

function skip(text: string, at: number, what: RegExp): number {
  let end = at;
  while (end < text.length && what.test(text[end] as string)) end++;
  return end;
}
