/** Outline markers: how numbered parts begin. Patterns are sticky and are tried at a given place. */
import { NUMERAL_CHARACTERS as N, parseNumeral } from '../../../src/text/numerals.ts';

export interface MarkerRule {
  kind: MarkerKind;
  /** First group: the ordinal. */
  pattern: RegExp;
  /** `heading` markers open a line of their own or a paragraph; `item` markers may also stand in mid paragraph without opening one. */
  role: 'heading' | 'item';
  example: string;
}

export type MarkerKind =
  | 'comma'
  | 'parenthesis'
  | 'arabic'
  | 'arabic-parenthesis'
  | 'circled'
  | 'ordinal'
  | 'item'
  | 'topic'
  | 'annex';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

export const markerRules: MarkerRule[] = [
  { kind: 'comma', pattern: new RegExp(`([${N}]{1,4})、 {0,4}`, 'uy'), role: 'heading', example: '一、' },
  {
    kind: 'parenthesis',
    pattern: new RegExp(`（ {0,2}([${N}]{1,4}) {0,2}）[、.．]? {0,4}`, 'uy'),
    role: 'heading',
    example: '（一）',
  },
  {
    kind: 'arabic-parenthesis',
    pattern: /（ {0,2}(\d{1,2}) {0,2}）[、.．]? {0,4}/uy,
    role: 'heading',
    example: '（1）',
  },
  { kind: 'arabic', pattern: /(\d{1,2})(?:、|[.．](?!\d)) {0,4}/uy, role: 'heading', example: '1．' },
  { kind: 'circled', pattern: new RegExp(`([${CIRCLED}])`, 'uy'), role: 'heading', example: '①' },
  { kind: 'ordinal', pattern: new RegExp(`第([${N}]{1,3})[，、]`, 'uy'), role: 'item', example: '第一，' },
  { kind: 'item', pattern: new RegExp(`([${N}]{1,3})是(?!否)`, 'uy'), role: 'item', example: '一是' },
];

export interface Marker {
  kind: MarkerKind;
  role: 'heading' | 'item';
  ordinal: number;
  /** As it stands in the text. */
  text: string;
}

/** The marker that begins exactly at `at`, or null. */
export function markerAt(text: string, at: number): Marker | null {
  for (const rule of markerRules) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    if (!match) continue;
    const sign = match[1] ?? '';
    const ordinal = rule.kind === 'circled' ? CIRCLED.indexOf(sign) + 1 : parseNumeral(sign);
    if (ordinal !== null && ordinal > 0) return { kind: rule.kind, role: rule.role, ordinal, text: match[0] };
  }
  return null;
}
