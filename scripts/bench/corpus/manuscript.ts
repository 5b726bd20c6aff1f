/** A speech that nobody gave, as its author would have it, and what is true of it. */
import { habits } from '../habits.ts';
import type { Random } from '../random.ts';
import { WORDS } from '../synthetic.ts';
import type { Words } from './words.ts';

export interface Manuscript {
  /** One paragraph or heading a line. */
  lines: string[];
  title: string;
  /** The title is one of the lines. */
  hasTitle: boolean;
  /** `YYYY-MM-DD`; null where the text does not say it. */
  date: string | null;
  /** Top headings, marker and words. */
  headings: string[];
}

const KINDS = ['讲话', '讲话', '讲话', '发言', '致辞', '报告'];
const SALUTATIONS = [
  '同志们：',
  '同志们：',
  '各位代表、同志们：',
  '各位来宾，女士们、先生们：',
  '尊敬的各位领导，同志们：',
];
const SURNAMES = '林陈周吴郑沈';
const GIVEN = ['远', '静', '知行', '望舒', '平之'];
/** Characters of a part for which it is worth while to divide it. */
const DIVISIBLE = 700;

/** @param characters about how many */
export function manuscript(random: Random, words: Words, characters: number): Manuscript {
  const hasTitle = random.chance(0.9);
  const title = `在全市${random.pick(WORDS)}${random.pick(WORDS)}${random.pick(['工作会议', '现场推进会', '座谈会'])}上的${random.pick(KINDS)}`;
  const day = new Date(Date.UTC(random.between(2001, 2025), random.between(0, 11), random.between(1, 28)));
  const date = hasTitle && random.chance(0.7) ? day.toISOString().slice(0, 10) : null;
  const body = parts(random, words, characters);
  const head = [
    ...(hasTitle ? [title] : []),
    ...(date ? [dayLine(random, day)] : []),
    ...(random.chance(0.15) ? [`${random.pick([...SURNAMES])}${random.pick(GIVEN)}`] : []),
    ...(hasTitle && body.headings.length > 2 && random.chance(0.12) ? ['目录', ...body.headings] : []),
    ...(random.chance(0.85) ? [random.pick(SALUTATIONS)] : []),
  ];
  const lines = [...head, opening(random, words, body.headings.length), ...body.lines];
  return { lines: random.chance(0.1) ? noted(random, lines) : lines, title, hasTitle, date, headings: body.headings };
}

function dayLine(random: Random, day: Date): string {
  const text = `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  return random.chance(0.8) ? `（${text}）` : text;
}

function opening(random: Random, words: Words, count: number): string {
  const text = words.paragraph(random, random.between(60, 200));
  return count > 1 && random.chance(0.4) ? `${text}下面，我讲${'零一两三四五六七八九'[count]}点意见。` : text;
}

interface Part {
  lines: string[];
  headings: string[];
}

/** The parts in any habit of numbering; the deeper ones may run into their text. */
function parts(random: Random, words: Words, characters: number): Part {
  if (random.chance(0.06)) return { lines: paragraphs(random, words, characters), headings: [] };
  const habit = random.pick([...Array.from({ length: 5 }, () => habits[0]), ...habits]) ?? [];
  const most = habit.some((marker) => marker(5) === '') ? 4 : 9;
  const runIn = random.chance(0.4);
  const heading = () =>
    `${random.pick(['推进', '加快', '落实', '完善', '提升', '用好', '办好'])}${random.pick(WORDS)}${random.pick(WORDS)}${random.pick(WORDS)}`;
  const headings: string[] = [];
  const divide = (size: number, level: number): string[] => {
    const marker = habit[level];
    if (!marker || level > 2 || (level > 0 && size < DIVISIBLE)) return paragraphs(random, words, size);
    const count = random.between(2, Math.max(2, Math.min(most, Math.floor(size / 250), level === 0 ? 7 : 5)));
    return Array.from({ length: count }, (_, index) => {
      const title = marker(index + 1) + heading();
      if (level === 0) headings.push(title);
      const [first = '', ...rest] = divide(size / count - title.length, level + 1);
      const isPlain = !habit[level + 1] || !first.startsWith(habit[level + 1]?.(1) ?? '');
      return runIn && level > 0 && isPlain ? [`${title}。${first}`, ...rest] : [title, first, ...rest];
    }).flat();
  };
  return { lines: divide(characters, 0), headings };
}

function paragraphs(random: Random, words: Words, characters: number): string[] {
  const lines: string[] = [];
  for (let rest = characters; rest > 60 || lines.length === 0; ) {
    const text = words.paragraph(random, Math.min(rest - 40, random.between(60, 380)));
    lines.push(text);
    rest -= text.length;
  }
  return lines;
}

/** Two or three notes at the end, and their signs in the text. */
function noted(random: Random, lines: string[]): string[] {
  const long = lines.flatMap((line, index) => (line.length > 100 ? [index] : [])).slice(0, random.between(2, 3));
  const marked = lines.map((line, index) =>
    long.includes(index) ? line.replace(/。$/u, `[${long.indexOf(index) + 1}]。`) : line,
  );
  return [...marked, '注释：', ...long.map((_, index) => `[${index + 1}] 以年末统计数字为准。`)];
}
