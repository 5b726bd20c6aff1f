import { describe, expect, test } from 'vitest';
import type { StoredFile } from '../../../scripts/upload/objects.ts';
import { sameHeaders, stepsFor } from '../../../scripts/upload/steps.ts';

function stored(key: string, md5: string, headers: Record<string, string> = {}): StoredFile {
  return { key, file: key, headers, packs: false, md5 };
}

/** Each step as its keys; those that are removed with a minus. */
function keysOf(steps: ReturnType<typeof stepsFor>): string[][] {
  return steps.map(({ send, remove }) => [...send.map(({ key }) => key), ...remove.map((key) => `-${key}`)]);
}

const site = ['_astro/a.js', '404.html', 'feed.atom', 'index.html', 'one/index.html', 'sw.js'].map((key) =>
  stored(key, 'new'),
);

describe('the steps of an upload', () => {
  test('to an empty place: what pages need, the pages, the first page', () => {
    expect(keysOf(stepsFor(site, new Map()))).toEqual([
      ['_astro/a.js'],
      ['feed.atom', 'sw.js'],
      ['404.html', 'one/index.html'],
      ['index.html'],
    ]);
  });

  test('to a former site: what is new before what has changed, the program for offline reading, what has gone', () => {
    const standing = new Map([
      ...['404.html', 'feed.atom', 'index.html', 'sw.js'].map((key): [string, string] => [key, 'old']),
      ['_astro/b.js', 'old'],
      ['two/index.html', 'old'],
    ]);
    expect(keysOf(stepsFor(site, standing))).toEqual([
      ['_astro/a.js'],
      ['one/index.html'],
      ['feed.atom'],
      ['404.html'],
      ['index.html'],
      ['sw.js'],
      ['-two/index.html'],
      ['-_astro/b.js'],
    ]);
  });

  test('pages that an upload left behind are made whole before anything leads to them', () => {
    const standing = new Map([
      ['_astro/a.js', 'new'],
      ['index.html', 'old'],
      ['404.html', 'old'],
      ['one/index.html', 'former'],
      ['two/index.html', 'former'],
    ]);
    const steps = stepsFor(site, standing, { noted: ['one/index.html', 'two/index.html'] });
    expect(keysOf(steps)).toEqual([
      ['feed.atom', 'sw.js'],
      ['one/index.html'],
      ['404.html'],
      ['index.html'],
      ['-two/index.html'],
      [],
    ]);
    expect(steps.map(({ note }) => note)).toEqual([null, null, ['two/index.html'], null, null, []]);
  });

  test('the note names new pages until they are all there, and old ones before they go', () => {
    const standing = new Map([
      ['_astro/a.js', 'old'],
      ['index.html', 'old'],
      ['two/index.html', 'old'],
    ]);
    const notes = stepsFor(site, standing).map(({ name, note }) => [name, note]);
    expect(notes.filter(([, note]) => note)).toEqual([
      ['新的页面', ['404.html', 'one/index.html']],
      ['首页', []],
      ['撤下的页面', ['two/index.html']],
      ['善后', []],
    ]);
  });

  test('where all is as it should be there are none, unless all is to be sent again', () => {
    const standing = new Map(site.map(({ key, md5 }) => [key, md5]));
    expect(stepsFor(site, standing)).toEqual([]);
    expect(
      keysOf(stepsFor(site, standing, { again: true }))
        .flat()
        .sort(),
    ).toEqual(site.map(({ key }) => key).sort());
  });

  test('a place with other things is left alone; one where an upload was broken off is not such a place', () => {
    expect(() => stepsFor(site, new Map([['photos/1.jpg', '']]))).toThrow('photos/1.jpg');
    const broken = new Map([
      ['_astro/a.js', 'new'],
      ['one/former.html', 'old'],
    ]);
    expect(keysOf(stepsFor(site, broken))).toContainEqual(['-one/former.html']);
  });

  test('what is told the same goes together', () => {
    const [a, b] = [{ 'Cache-Control': 'a' }, { 'Cache-Control': 'b' }];
    const groups = sameHeaders([stored('1', '', a), stored('2', '', b), stored('3', '', a)]);
    expect(groups.map((group) => group.map(({ key }) => key))).toEqual([['1', '3'], ['2']]);
  });
});
