/** Whether a text is Markdown. Plain text may use the same signs otherwise (`**市` hides a name), so only clear signs count. */
import { anyFits } from '../../rules/word-group.ts';

export interface Sign {
  id: string;
  /** Tried on each line. */
  pattern: RegExp;
  /** On how many lines it has to stand. */
  lines: number;
  why: string;
  example: string;
}

export const signs: Sign[] = [
  {
    id: 'headings',
    pattern: /^ {0,3}#{1,6} +[^\s#]/,
    lines: 2,
    why: '行首的井号后有空格；话题标签没有空格',
    example: '## 一、看清形势',
  },
  {
    id: 'bold-lines',
    pattern: /^\*\*[^*\s][^*\n]{3,}\*\*[：:。]?\s*$/,
    lines: 2,
    why: '整行夹在两对星号之间；隐去的名字只有一组星号',
    example: '**一、看清形势**',
  },
  {
    id: 'bold-leads',
    pattern: /^(?:\d{1,2}[.、] {0,3}|[-*] {1,3})?\*\*[^*\s][^*\n]{2,80}[。：:]\*\*/,
    lines: 2,
    why: '行首一句连同句号夹在两对星号之间',
    example: '**一是看清形势。** 今年以来……',
  },
  {
    id: 'link',
    pattern: /\[[^\][\n]{1,200}\]\(https?:\/\/[^()\s]{1,500}\)/,
    lines: 1,
    why: '方括号之后紧接圆括号里的网址',
    example: '[全文](https://example.org/)',
  },
  {
    id: 'image',
    pattern: /!\[[^\][\n]{0,200}\]\([^()\s]{1,500}\)/,
    lines: 1,
    why: '叹号、方括号、圆括号连写',
    example: '![会场](a.jpg)',
  },
  {
    id: 'table',
    pattern: /^\|(?: {0,9}:?-{2,99}:? {0,9}\|){2,}\s*$/,
    lines: 1,
    why: '表头与表身之间的横线',
    example: '| --- | --- |',
  },
];

const hasSign = anyFits(signs.map(({ pattern }) => pattern));

const HEADING = /^\s*#{1,6} +[^\s#]/;

/** Fields between `---` before the text. */
const FIELDS = /^---\r?\n(?:[\w-]{1,40}:[^\n]{0,400}\n){1,40}---\r?\n/;

export function isMarkdown(text: string): boolean {
  if (HEADING.test(text.replace(FIELDS, ''))) return true;
  const lines = text.split(/\r\n|\r|\n/);
  const signed = lines.filter(hasSign);
  return signs.some((sign) => {
    let left = sign.lines;
    const shown = signed.some((line) => sign.pattern.test(line) && --left === 0);
    return shown && !(sign.id.startsWith('bold-') && lines.some(hasOddStars));
  });
}

/** A `**` without a partner on its line hides a word. */
export function hasOddStars(line: string): boolean {
  return ((line.match(/\*+/g) ?? []).filter((run) => run.length === 2).length & 1) === 1;
}
