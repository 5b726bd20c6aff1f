/** Which lines are a site's and not the speaker's: by what they say, and for lines too short to tell by what stands beside them. */
import {
  type DebrisRule,
  debrisRules,
  documentTable,
  pageRules,
  repeatedLine,
  type WeakDebrisRule,
  weakDebris,
} from '../rules/debris.ts';
import { meetingTime } from '../rules/fields.ts';
import { markerAt } from '../rules/markers.ts';
import type { Line } from '../types.ts';
import { disclaimers, readingOn, ruleOf } from './debris-site.ts';
import { fieldRuns, isMeetingField } from './fields.ts';

/** A rule or null a line; blank lines have none. */
export function classifyLines(lines: Line[]): (DebrisRule | null)[] {
  const texts = lines.map((line) => line.text.trim());
  const rules = texts.map((text) => ruleOf(text));
  const filled = texts.flatMap((text, index) => (text === '' ? [] : [index]));
  for (const index of fieldRuns(filled, texts, documentTable.pattern)) rules[index] = documentTable;
  keepMeetingTimes(filled, texts, rules);
  pageFurniture(filled, texts, rules);
  const footer = footerStart(lines, rules);
  for (const index of filled) if (index >= footer) rules[index] = rules[footer] ?? null;
  spread(
    filled,
    texts,
    rules,
    weakDebris.filter(({ side }) => side === 'both'),
  );
  spread(filled.toReversed(), texts, rules, weakDebris);
  trail(filled, texts, rules);
  disclaimers(filled, texts, rules);
  readingOn(filled, texts, rules);
  return rules;
}

/** At the head of minutes `时间：…` stands among the other fields of the meeting; it is no site's. */
function keepMeetingTimes(filled: number[], texts: string[], rules: (DebrisRule | null)[]): void {
  for (const [position, index] of filled.entries()) {
    if (!rules[index] || !meetingTime.test(texts[index] ?? '')) continue;
    const beside = [filled[position - 1], filled[position + 1]].map((at) => texts[at ?? -1] ?? '');
    if (beside.some(isMeetingField)) rules[index] = null;
  }
}

/** Fewest pages on which a line makes a running head. */
const FEWEST_PAGES = 4;

/** Of the pages of a text, this share at least ends in mid sentence; numbered boxes stand between paragraphs. */
const BROKEN_SHARE = 0.25;

/** Page numbers that count up, and the line that stands beside them on page after page. */
function pageFurniture(filled: number[], texts: string[], rules: (DebrisRule | null)[]): void {
  const numbers = filled.flatMap((index, position) => {
    const text = texts[index] ?? '';
    return pageRules.number.pattern.test(text) ? [{ index, position, value: Number(/\d+/.exec(text)?.[0]) }] : [];
  });
  const counting = numbers.filter(
    ({ value }, at) => numbers[at - 1]?.value === value - 1 || numbers[at + 1]?.value === value + 1,
  );
  const signed = areSigned(counting.map(({ index }) => texts[index] ?? ''));
  if (!signed) {
    const broken = counting.filter(({ position }) => breaksSentence(filled, texts, position));
    if (counting.length < FEWEST_PAGES || broken.length < counting.length * BROKEN_SHARE) return;
  }
  const beside = counting
    .flatMap(({ position }) => [filled[position - 1], filled[position + 1]])
    .filter((index) => index !== undefined);
  const times = new Map<string, number>();
  for (const index of beside) times.set(texts[index] ?? '', (times.get(texts[index] ?? '') ?? 0) + 1);
  for (const { index } of counting) rules[index] = pageRules.number;
  for (const index of beside) {
    const text = texts[index] ?? '';
    if ((times.get(text) ?? 0) >= FEWEST_PAGES && pageRules.head.pattern.test(text)) rules[index] = pageRules.head;
  }
  if (signed)
    for (const side of [-1, 1])
      for (const index of everyPage(
        counting.flatMap(({ position }) => filled[position + side] ?? []),
        texts,
        counting.length,
      ))
        rules[index] ??= pageRules.head;
  for (const { position } of counting) {
    const [above = -1, below = -1] = [filled[position - 1], filled[position + 1]];
    const text = texts[below] ?? '';
    if (!rules[above] && !rules[below] && text === texts[above] && isHeading(text)) rules[below] = repeatedLine;
  }
}

const isHeading = (text: string) => repeatedLine.pattern.test(text) && markerAt(text, 0)?.role === 'heading';

/** A line of this length that stands beside two signed numbers is no chance. */
const LONG_HEAD = 8;

/** Lines that are the same on one side of all page numbers but one, which the first page or the last has not. */
function everyPage(beside: number[], texts: string[], pages: number): number[] {
  const same = Map.groupBy(beside, (index) => texts[index] ?? '');
  return [...same].flatMap(([text, indexes]) => {
    const often = indexes.length > 1 && indexes.length >= pages - 1;
    return often && text.length >= LONG_HEAD && pageRules.head.pattern.test(text) && !/[。！？；：，]$/u.test(text)
      ? indexes
      : [];
  });
}

/** Numbers between dashes, called pages or out of a total are of pages wherever they stand; two that count are enough. */
function areSigned(numbers: string[]): boolean {
  return numbers.length > 1 && numbers.every((text) => /^[-—–]\s{0,2}\d{1,4}\s{0,2}[-—–]$|^第|[/／]/u.test(text));
}

/** The text before a page number, over the line beside it, stops in mid sentence. */
function breaksSentence(filled: number[], texts: string[], position: number): boolean {
  const before = [position - 1, position - 2].map((at) => texts[filled[at] ?? -1] ?? '');
  return before.every((text) => text !== '' && !/[。！？：；”）]$/u.test(text));
}

/** A line that is nothing by itself goes with the debris before it (in the order given). */
function spread(order: number[], texts: string[], rules: (DebrisRule | null)[], weak: WeakDebrisRule[]): void {
  for (const [position, index] of order.entries()) {
    const beside = rules[order[position - 1] ?? -1];
    if (rules[index] || !beside) continue;
    rules[index] =
      weak.find((rule) => rule.beside.includes(beside.id) && rule.pattern.test(texts[index] ?? '')) ?? null;
  }
}

/** Words of a trail stand a line each between its signs: `首页`, `>`, `某栏目`; the last may be repeated. */
function trail(filled: number[], texts: string[], rules: (DebrisRule | null)[]): void {
  const LONGEST = 12;
  for (const [position, index] of filled.entries()) {
    const before = filled[position - 1] ?? -1;
    const text = texts[index] ?? '';
    const follows = rules[before]?.id === 'toolbar-sign' && /^[>＞»/]$/u.test(texts[before] ?? '');
    const repeats = rules[before]?.id === 'breadcrumb' && texts[before] === text;
    if (!rules[index] && text.length <= LONGEST && (follows || repeats)) rules[index] = breadcrumb;
  }
}

const breadcrumb = debrisRules.find((rule) => rule.id === 'breadcrumb') as DebrisRule;

/** Index from which on everything is a share site's footer: its labels and the notes under them, never a long text. */
function footerStart(lines: Line[], rules: (DebrisRule | null)[]): number {
  const first = rules.findIndex((rule) => rule?.id === 'share-footer');
  return first >= 0 && lines.slice(first).every((line) => line.text.length < 300) ? first : Number.POSITIVE_INFINITY;
}
