/** Lines of a site by their own words, and the list of other texts with which a page may end. */
import { type DebrisRule, debrisRules } from '../rules/debris.ts';
import { disclaimer, originalTitle, readOn, siteLines, titleLabel, widgets } from '../rules/site-lines.ts';
import { anyFits } from '../rules/word-group.ts';
import type { Line, Removal } from '../types.ts';

/** By the words of a line, or by what its buttons leave of it. */
export function ruleOf(text: string): DebrisRule | null {
  if (text === '') return null;
  const named = ruleFor(text);
  if (named) return named;
  if (!MAY_HAVE_WIDGET.test(text) || !hasWidget(text)) return null;
  const bare = widgets.reduce((rest, { pattern }) => rest.replace(pattern, ''), text).trim();
  return bare === '' ? (widgets.find(({ pattern }) => text.search(pattern) >= 0) ?? null) : ruleFor(bare);
}

const lineRules = [...debrisRules, ...siteLines, originalTitle];
/** One of these stands in every widget, and in few other lines. */
const MAY_HAVE_WIDGET = /字[体號号體级級]|[【[]/u;
const hasWidget = anyFits(widgets.map(({ pattern }) => pattern));
const isFurniture = anyFits(lineRules.map(({ pattern }) => pattern));

function ruleFor(text: string): DebrisRule | null {
  return isFurniture(text) ? (lineRules.find(({ pattern }) => pattern.test(text)) ?? null) : null;
}

/** First and last lines of a copy, where a site speaks for itself. */
const EDGE = 3;

export function disclaimers(filled: number[], texts: string[], rules: (DebrisRule | null)[]): void {
  const standing = filled.filter((index) => !rules[index]);
  for (const index of [...standing.slice(0, EDGE), ...standing.slice(-EDGE)]) {
    if (disclaimer.pattern.test(texts[index] ?? '')) rules[index] = disclaimer;
  }
}

/** Longest line of a list of other texts. */
const LONGEST_TITLE = 60;

/** A list of other texts ends the page: from its label on there are titles and debris, and no sentence. */
export function readingOn(filled: number[], texts: string[], rules: (DebrisRule | null)[]): void {
  let first = filled.length;
  for (let position = filled.length - 1; position > 0; position--) {
    const index = filled[position] as number;
    const text = texts[index] ?? '';
    if (readOn.pattern.test(text)) first = position;
    if (!rules[index] && (text.length > LONGEST_TITLE || /[。；]|！$/u.test(text))) break;
  }
  for (const index of filled.slice(first)) rules[index] ??= readOn;
}

/** Lines before which no title is looked for any more. */
const HEAD_LINES = 8;

/** The label of a title in the first lines: its removal, by the index of its line. */
export function labelOfTitle(lines: Line[], rules: (DebrisRule | null)[]): { index: number; removal: Removal } | null {
  let seen = 0;
  for (const [index, line] of lines.entries()) {
    if (line.text.trim() === '') continue;
    if (++seen > HEAD_LINES) return null;
    const label = rules[index] ? null : titleLabel.pattern.exec(line.text);
    if (!label) continue;
    const to = line.from + label[0].length;
    return { index, removal: { from: line.from, to, rule: titleLabel.id, reason: titleLabel.why } };
  }
  return null;
}
