/** Every rule earns its place: switched off, at least one golden folder or source comes out otherwise. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { readSources } from '../../scripts/lib/sources.ts';
import { normalize } from '../../scripts/normalize/index.ts';
import {
  debrisRules,
  omissionNotice,
  pageRules,
  siteNamePatterns,
  weakDebris,
} from '../../scripts/normalize/rules/debris.ts';
import { markerRules } from '../../scripts/normalize/rules/markers.ts';
import type { Source } from '../../scripts/normalize/types.ts';

const folder = new URL('../fixtures/golden/', import.meta.url);
const sources: Source[] = [
  ...readdirSync(folder).flatMap((name) => {
    const input = readdirSync(new URL(`${name}/`, folder)).find((file) => file === 'input.txt');
    return input ? [{ path: input, bytes: readFileSync(new URL(`${name}/${input}`, folder)) }] : [];
  }),
  ...readSources(root).map(({ source }) => source),
];

async function outcome(source: Source): Promise<string> {
  const { speech, edits, findings } = await normalize(source, null, '0'.repeat(64));
  return JSON.stringify({ speech, edits, findings });
}

const usual = await Promise.all(sources.map(outcome));

interface Rule {
  pattern: RegExp;
}

const rules: [name: string, rule: Rule][] = [
  ...[...debrisRules, ...weakDebris, ...Object.values(pageRules), omissionNotice].map((rule): [string, Rule] => [
    rule.id,
    rule,
  ]),
  ...markerRules.map((rule): [string, Rule] => [`marker ${rule.example}`, rule]),
  ...siteNamePatterns.map((rule): [string, Rule] => [`site name: ${rule.why}`, rule]),
];

const original = new Map(rules.map(([, rule]) => [rule, rule.pattern]));
afterEach(() => {
  for (const [rule, pattern] of original) rule.pattern = pattern;
});

test.each(rules)('%s', async (_, rule) => {
  rule.pattern = new RegExp('(?!)', rule.pattern.flags);
  for (const [index, source] of sources.entries()) {
    if ((await outcome(source)) !== usual[index]) return;
  }
  expect.fail('nothing changes without this rule');
});

test.each(rules.filter(([, rule]) => 'example' in rule))('the example of %s is one', (_, rule) => {
  const { pattern, example } = rule as Rule & { example: string };
  expect(new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).test(example)).toBe(true);
});
