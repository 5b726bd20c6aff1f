/**
 * Nothing lost, nothing invented, on the built page: the Han characters of the copy, in order, are those of the page's
 * source text plus those of the removals. The copy is decoded here, apart from the normalizer.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { read, sites } from './built.ts';

interface Removal {
  kind: string;
  at: [from: number, to: number];
  text: string;
}

const parser = unified().use(rehypeParse);
const han = (text: string) => (text.match(/\p{Script=Han}/gu) ?? []).join('');

/** Text of the article without what the site itself says there. */
function sourceText(html: string): string {
  const article = find(parser.parse(html) as Root);
  if (!article) throw new Error('the page has no source text');
  return textOf(article);
}

function find(node: Nodes): Element | null {
  if (node.type === 'element' && 'dataSpeechText' in node.properties) return node;
  for (const child of 'children' in node ? node.children : []) {
    const found = find(child);
    if (found) return found;
  }
  return null;
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && 'dataNote' in node.properties) return '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const copies = readdirSync(join(root, 'sources')).filter((name) => name.endsWith('.txt'));

test('there are copies to compare', () => {
  expect(copies.length).toBeGreaterThanOrEqual(5);
});

for (const site of sites) {
  describe(site.name, () => {
    test.each(copies)('%s', (name) => {
      const id = name.replace(/\.txt$/, '');
      const copy = [...new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(root, 'sources', name)))];
      const { edits } = JSON.parse(readFileSync(join(root, `src/content/accounts/${id}.json`), 'utf8')) as {
        edits: Removal[];
      };
      const removals = edits.filter(({ kind }) => kind === 'remove');
      for (const { at, text } of removals) expect(copy.slice(at[0], at[1]).join('')).toBe(text);
      const kept = copy.filter((_, index) => !removals.some(({ at }) => at[0] <= index && index < at[1]));
      const html = read(site, `speeches/${id}/index.html`);
      expect(han(sourceText(html))).toBe(han(kept.join('')));
    });
  });
}

test('one character taken out of a page is noticed', () => {
  const [site] = sites;
  const html = read(site as (typeof sites)[number], `speeches/${copies[0]?.replace(/\.txt$/, '')}/index.html`);
  const whole = han(sourceText(html));
  const starts = [...html.matchAll(/<(?:p|h1|h2) id="[a-z0-9]+"[^>]*>(?=\p{Script=Han})/gu)].map(
    (match) => match.index + match[0].length,
  );
  expect(starts.length).toBeGreaterThan(5);
  for (const at of starts) {
    expect(han(sourceText(html.slice(0, at) + html.slice(at + 1)))).not.toBe(whole);
  }
});
