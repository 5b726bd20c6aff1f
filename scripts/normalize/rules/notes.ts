/** Signs of footnotes and endnotes: in the text, and at the head of a note. None stands for a year: `〔2019〕` has four digits. */
import { parseNumeral } from '../../../src/text/numerals.ts';

export interface NoteRule {
  id: string;
  /** Sticky or global, with the number as first group. */
  pattern: RegExp;
  why: string;
  example: string;
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿';
const OPEN = '[\\[［〔【（(]';
const CLOSE = '[\\]］〕】）)]';
const NUMBER = '\\d{1,3}|[〇一二两三四五六七八九十]{1,3}';

/** In the text. */
export const markSigns: NoteRule[] = [
  {
    id: 'bracketed',
    pattern: /[[［〔【](\d{1,3})[\]］〕】]/gu,
    why: '方括号里的数字',
    example: '补助按人次拨付[1]，',
  },
  {
    id: 'named',
    pattern: new RegExp(`${OPEN}[注註]\\s?(${NUMBER}|[${CIRCLED}])${CLOSE}`, 'gu'),
    why: '括号里的“注”和数字',
    example: '补助按人次拨付（注1），',
  },
  {
    id: 'circled',
    // At the beginning and behind ：；、（ a circled number opens a point of a list; behind a stop only the last character is no point.
    pattern: new RegExp(`([${CIRCLED}])(?:(?<=[^：:；;、，（(\\s。！？].)|(?<=[。！？].)$)`, 'gu'),
    why: '字后的圈码；句首和冒号、分号之后的是分点',
    example: '补助按人次拨付①。',
  },
];

/** At the head of a note. The last two are numbers as any list has them: they count only where a label or the format says that these are notes. */
export const noteSigns: NoteRule[] = [
  {
    id: 'bracketed',
    pattern: /[[［〔【]\^?(\d{1,3}|[a-z]{1,20})[\]］〕】][:：]?\s{0,4}/uy,
    why: '方括号里的数字',
    example: '[1] 以刷卡记录为准。',
  },
  {
    id: 'named',
    pattern: new RegExp(`${OPEN}?[注註]\\s?(${NUMBER}|[${CIRCLED}])(?:${CLOSE}[:：]?|[:：.．、])\\s{0,4}`, 'uy'),
    why: '“注”和数字',
    example: '注1：以刷卡记录为准。',
  },
  { id: 'circled', pattern: new RegExp(`([${CIRCLED}])\\s{0,4}`, 'uy'), why: '圈码', example: '①以刷卡记录为准。' },
  { id: 'numbered', pattern: /(\d{1,3})[.．、]\s{0,4}/uy, why: '数字和点', example: '1．以刷卡记录为准。' },
  {
    id: 'bare',
    pattern: /[（(]?(\d{1,3})[）)]?\s{0,4}(?=[\p{Script=Han}《“])/uy,
    why: '单独的数字',
    example: '1 以刷卡记录为准。',
  },
];

/** Signs of notes that are no signs of lists: a run of them at the end needs no label. */
export const CERTAIN = ['bracketed', 'named'];

/** Which signs in the text may mean a note that begins with a sign. */
export const ANSWERS: { [mark: string]: string[] } = {
  bracketed: ['bracketed', 'numbered', 'bare', 'named'],
  named: ['named', 'numbered', 'bare', 'bracketed', 'circled'],
  circled: ['circled', 'named'],
};

/** A line that says that notes follow, or the rule that parts them from the text. */
export const notesLabel =
  /^[—─－_-]{3,}$|^[（(【[〔]?(?:注\s{0,4}释|註\s{0,4}釋|注解|註解|脚注|腳注|腳註|尾注|尾註|附注|附註|注|註)[】\])）〕]?[:：]?$/u;

/** What two signs of one note have in common: `1` for `①` and `一`; letters (`iv`, `note`) are their own. */
export function noteKey(sign: string): string {
  const circled = CIRCLED.indexOf(sign);
  return String(sign !== '' && circled >= 0 ? circled + 1 : (parseNumeral(sign) ?? sign));
}
