import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Made, Order } from '../../../src/made.ts';

let scratch: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'made-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true });
});

const paths = ['one', 'two', 'three'].map((id) => ({ params: { id }, props: { id, next: `${id}!` } }));
type Path = (typeof paths)[number];
const fileOf = ({ props }: Path) => `speeches/${props.id}/index.html`;

/** What a build that orders so makes; the module reads its order once a process. */
async function build(order: Partial<Order>, kind: 'speeches' | 'lists' = 'speeches') {
  vi.resetModules();
  const report = join(scratch, 'report');
  writeFileSync(report, '');
  writeFileSync(
    join(scratch, 'order.json'),
    JSON.stringify({ recipe: 'r', speeches: null, lists: true, standing: {}, report, ...order }),
  );
  vi.stubEnv('PAGES_FILE', join(scratch, 'order.json'));
  const { speechPages, listPages } = await import('../../../src/made.ts');
  const made = kind === 'lists' ? listPages(paths, fileOf) : speechPages(paths, ({ props }) => props.id, fileOf);
  const pages = readFileSync(report, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line): Made => JSON.parse(line));
  return { made: made.map(({ props }) => props.id), pages };
}

const keysOf = (pages: Made[]) => Object.fromEntries(pages.map(({ file, key }) => [file, key]));

test('without an order every page is made', async () => {
  vi.resetModules();
  vi.stubEnv('PAGES_FILE', '');
  const { listPages } = await import('../../../src/made.ts');
  expect(listPages(paths, fileOf)).toEqual(paths);
});

test('a page that stands is not made again, and is told of', async () => {
  const first = await build({});
  expect(first.made).toEqual(['one', 'two', 'three']);
  const { 'speeches/two/index.html': two, ...standing } = keysOf(first.pages);
  const second = await build({ standing });
  expect(second.made).toEqual(['two']);
  expect(keysOf(second.pages)).toEqual(keysOf(first.pages));
  expect(second.pages.map((page) => page.standing)).toEqual([true, false, true]);
  expect(two).toBeDefined();
});

test('other code, or another page under the same name, makes it again', async () => {
  const standing = keysOf((await build({})).pages);
  expect((await build({ standing, recipe: 'other' })).made).toHaveLength(3);
  expect(new Set(Object.values(standing)).size).toBe(3);
});

test('a part of a site makes the pages of its speeches, and no lists', async () => {
  const { made, pages } = await build({ speeches: ['two'], lists: false });
  expect([made, pages.map(({ file }) => file)]).toEqual([['two'], ['speeches/two/index.html']]);
  expect((await build({ speeches: ['two'], lists: false }, 'lists')).pages).toEqual([]);
  expect((await build({ speeches: [], lists: true }, 'lists')).made).toHaveLength(3);
});
