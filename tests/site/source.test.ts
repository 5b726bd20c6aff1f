/** The built comparison pages tell every change of the accounts, beside the very text of the copies. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { changeKinds } from '../../src/source/kinds.ts';
import { accountSchema, publishedText } from '../../src/text/account.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';
import { changesOf, elementsOf, expectChanges, textOf } from '../support/comparison.ts';
import { read, sites } from './built.ts';

/** A long speech, compressed; the seeds stay far below. */
const bytes = 60 * 1024;

const ids = readdirSync(join(root, 'src/content/accounts')).map((name) => name.replace(/\.json$/, ''));
const readText = (path: string) => readFileSync(join(root, path), 'utf8');

/** All cells of one column, as one tree. */
function column(page: Root, name: string): Root {
  const children = elementsOf(page).filter(({ properties }) => hasClass(properties.className, name));
  return { type: 'root', children };
}

function hasClass(classes: unknown, name: string): boolean {
  return Array.isArray(classes) && classes.includes(name);
}

test('there are accounts to compare with', () => {
  expect(ids.length).toBeGreaterThanOrEqual(5);
});

for (const site of sites) {
  describe(site.name, () => {
    describe.each(ids)('%s', (id) => {
      const account = accountSchema.parse(JSON.parse(readText(`src/content/accounts/${id}.json`)));
      const speech = readSpeech(readText(`src/content/speeches/${id}.mdx`), id);
      const html = read(site, `speeches/${id}/source/index.html`);
      const page = fromHtml(html);
      const elements = elementsOf(page);
      const copy = column(page, 'copy');
      const text = column(page, 'text');
      const counts = changeKinds
        .map((kind) => ({ kind, count: account.edits.filter((edit) => first(edit) === kind).length }))
        .filter(({ count }) => count > 0);

      test('the left is the copy as the file has it, the right the published text', () => {
        const file = readFileSync(join(root, account.source));
        if (/\.(txt|md)$/.test(account.source)) expect(textOf(copy)).toBe(new TextDecoder('utf-8').decode(file));
        expect(textOf(text)).toBe(publishedText(speech));
      });

      test('every edit is marked with its kind and its characters, and their number is that of the account', () => {
        expectChanges(copy, text, account.edits);
        expect(changesOf(copy)).toHaveLength(account.edits.length);
        for (const { kind, count } of counts) {
          expect(
            changesOf(copy).filter((change) => change.kind === kind.id),
            kind.name,
          ).toHaveLength(count);
        }
      });

      test('the key and the strip above the text count them', () => {
        const key = elements.filter(({ properties }) => properties.dataKind).map(label);
        for (const { kind, count } of counts) expect(key).toContain(`${kind.name} ${count} 处`);
        const known = key.filter((words) => changeKinds.some(({ name }) => words.startsWith(`${name} `)));
        expect(known).toHaveLength(counts.length);
        const strip = counts.map(({ kind, count }) => `${kind.name} ${count} 处`).join('，');
        expect(read(site, `speeches/${id}/index.html`)).toContain(strip);
      });

      test('every mark has a cause that the key explains', () => {
        const told = new Map(
          elements
            .filter(({ properties }) => properties.dataKind)
            .map((item) => [
              String(item.properties.dataKind),
              elementsOf(item).flatMap(({ properties }) => properties.dataR ?? []),
            ]),
        );
        for (const { tagName, properties } of elements) {
          if (!/^(del|ins|mark)$/.test(tagName)) continue;
          const kind = String((properties.className as string[])[0]);
          expect(told.has(kind), kind).toBe(true);
          const causes = told.get(kind) ?? [];
          if (causes.length > 0) expect(causes).toContain(properties.dataR);
        }
      });

      test('the file is there byte for byte, with its digest and size', () => {
        const link = elements.find(({ properties }) => properties.download !== undefined);
        const address = String(link?.properties.href);
        const file = readFileSync(join(site.dir, address.slice(site.base.length)));
        expect(file.equals(readFileSync(join(root, account.source)))).toBe(true);
        expect(html).toContain(createHash('sha256').update(file).digest('hex'));
        expect(html).toContain(`${file.length.toLocaleString('en')} 字节`);
      });

      test('every finding is listed', () => {
        const listed = textOf(elements.find(({ properties }) => hasClass(properties.className, 'found')) as Element);
        for (const { code } of account.findings) expect(listed).toContain(code);
      });

      test(`it takes at most ${bytes} bytes, compressed`, () => {
        expect(gzipSync(html).length).toBeLessThanOrEqual(bytes);
      });
    });

    test('no other page loads the style of the comparison', () => {
      const styles = (path: string) => [...read(site, path).matchAll(/href="([^"]+\.css)"/g)].map((match) => match[1]);
      const own = styles(`speeches/${ids[0]}/source/index.html`);
      const shared = styles(`speeches/${ids[0]}/index.html`);
      const extra = own.filter((style) => !shared.includes(style));
      expect(extra).toHaveLength(1);
      for (const path of ['index.html', 'speeches/index.html', 'docs/index.html', 'editors/index.html']) {
        expect(styles(path)).not.toContain(extra[0]);
      }
    });
  });
}

function first(edit: { kind: 'remove' | 'join' | 'replace' | 'insert'; rule: string }) {
  return changeKinds.find(({ is }) => is(edit));
}

/** `合并断行 46 处` */
function label(item: Element): string {
  const own = elementsOf(item).find(({ tagName }) => tagName === 'label') as Element;
  return textOf(own).trim().replaceAll(/\s+/g, ' ');
}
