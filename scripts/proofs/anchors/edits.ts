/** What people and rules do to a text: one edit at one line. */
import { type Line, type Manuscript, read, write } from './manuscript.ts';

/** Numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

export interface EditKind {
  name: string;
  /** The text after the edit at line `at`, or null where there is nothing to do. `other` is text from elsewhere. */
  apply(text: Manuscript, at: number, other: Manuscript, random: Random): Manuscript | null;
}

/** The numbering in front of a line, read apart from the normalizer's own rules. */
export const MARKER =
  /^(?:（?[一二三四五六七八九十]+[、）]|[一二三四五六七八九十]+是(?:要)?|第[一二三四五六七八九十]+，)/u;
const NUMERALS = '一二三四五六七八九十';
const LONG = 20;

export const editKinds: EditKind[] = [
  {
    name: 'insert',
    apply: (text, at, other, random) => text.toSpliced(at, 0, write(read(pick(other, random)))),
  },
  { name: 'delete', apply: (text, at) => (text.length > 1 ? text.toSpliced(at, 1) : null) },
  {
    name: 'split',
    apply: (text, at, _, random) => {
      const line = text[at] as Line;
      const ends = line.flatMap(({ unit }, index) =>
        /[。；]/.test(unit) && index + 1 < line.length ? [index + 1] : [],
      );
      if (ends.length === 0) return null;
      const end = pick(ends, random);
      return text.toSpliced(at, 1, line.slice(0, end), line.slice(end));
    },
  },
  {
    name: 'merge',
    apply: (text, at) => {
      const [line, next] = [text[at] as Line, text[at + 1]];
      return next && line.length > LONG && next.length > LONG ? text.toSpliced(at, 2, [...line, ...next]) : null;
    },
  },
  {
    name: 'swap neighbours',
    apply: (text, at) => {
      const [line, next] = [text[at] as Line, text[at + 1]];
      return next ? text.toSpliced(at, 2, next, line) : null;
    },
  },
  {
    name: 'move',
    apply: (text, at, _, random) => {
      const line = text[at] as Line;
      return text.toSpliced(at, 1).toSpliced(Math.floor(random() * text.length), 0, line);
    },
  },
  {
    name: 'retitle',
    apply: (text, at, other, random) => {
      const line = text[at] as Line;
      const marker = MARKER.exec(read(line))?.[0];
      const titles = other.filter((each) => MARKER.test(read(each)) && each.length < 2 * LONG && !alike(each, line));
      if (!marker || line.length > 2 * LONG || titles.length === 0) return null;
      const words = read(pick(titles, random)).replace(MARKER, '');
      return text.with(at, [...line.slice(0, marker.length), ...write(words)]);
    },
  },
  {
    name: 'renumber',
    apply: (text, at) => {
      if (!MARKER.test(read(text[at] as Line))) return null;
      return text.map((line, index) => (index >= at ? renumbered(line) : line));
    },
  },
  {
    name: 'correct',
    apply: (text, at, other, random) => {
      const line = text[at] as Line;
      const changed = Math.floor((line.length / 5) * random());
      return changed > 0 ? text.with(at, retyped(line, changed, other, random)) : null;
    },
  },
  {
    name: 'rewrite',
    apply: (text, at, other, random) => {
      const line = text[at] as Line;
      return line.length > LONG ? text.with(at, retyped(line, Math.floor(line.length * 0.7), other, random)) : null;
    },
  },
];

/** Whether half of the characters are the same: putting one in place of the other would be a correction, not a new title. */
function alike(one: Line, other: Line): boolean {
  const common = one.filter(({ unit }) => read(other).includes(unit)).length;
  return 2 * common >= Math.min(one.length, other.length);
}

export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** The next numeral in the marker: 一 → 二. */
function renumbered(line: Line): Line {
  const marker = MARKER.exec(read(line))?.[0] ?? '';
  const at = [...marker].findIndex((unit) => NUMERALS.includes(unit));
  const next = NUMERALS[NUMERALS.indexOf(marker[at] ?? '') + 1];
  return at >= 0 && next ? line.with(at, write(next)[0] as Line[number]) : line;
}

/** That many characters behind the marker typed anew with characters from elsewhere. */
function retyped(line: Line, count: number, other: Manuscript, random: Random): Line {
  const from = MARKER.exec(read(line))?.[0].length ?? 0;
  const stock = other
    .map(read)
    .join('')
    .replace(/[\p{P}\s]/gu, '');
  const letters = [...line];
  for (let turn = 0; turn < count; turn++) {
    const at = from + Math.floor(random() * (line.length - from));
    if (/\p{Script=Han}/u.test(letters[at]?.unit ?? ''))
      letters[at] = write(pick([...stock], random))[0] as Line[number];
  }
  return letters;
}
