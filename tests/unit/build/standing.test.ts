import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  copiesTaker,
  NOTHING,
  readStanding,
  reusable,
  type Standing,
  share,
  standsWhole,
  withCopies,
  writeStanding,
} from '../../../scripts/build/standing.ts';
import { freshSite } from '../../../scripts/build/workplace.ts';
import { nameOf } from '../../../scripts/lib/built.ts';

let scratch: string;
let site: string;
let record: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'standing-'));
  site = join(scratch, 'dist');
  record = join(scratch, 'record.json');
  for (const [file, text] of [
    ['index.html', '首页'],
    ['a/index.html', '甲'],
    ['a/index.html.br', 'b'],
    ['a/index.html.gz', 'g'],
  ])
    put(site, file as string, text as string);
  writeStanding(record, site, { keys: { 'a/index.html': 'k1' }, recipe: 'r', hashes: { scripts: [], styles: [] } });
});

afterEach(() => rmSync(scratch, { recursive: true }));

function put(folder: string, file: string, text: string): void {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
}

const standing = () => readStanding(record) as Standing;

describe('a finished site', () => {
  test('stands as long as nobody touches it', () => {
    expect(standsWhole(site, standing())).toBe(true);
    expect(reusable(site, standing(), 'r')).toEqual({ 'a/index.html': 'k1' });
    expect(withCopies('a/index.html', standing())).toEqual(['a/index.html', 'a/index.html.br', 'a/index.html.gz']);
  });

  test.each([
    ['a page is longer', () => put(site, 'a/index.html', '甲甲')],
    [
      'a page of the same length was written again',
      () => {
        put(site, 'a/index.html', '乙');
        utimesSync(join(site, 'a/index.html'), 1, 1);
      },
    ],
    ['a compressed copy is gone', () => rmSync(join(site, 'a/index.html.br'))],
    ['a page is gone', () => rmSync(join(site, 'a/index.html'))],
  ])('is not taken over where %s', (_, touch) => {
    touch();
    expect(standsWhole(site, standing())).toBe(false);
    expect(reusable(site, standing(), 'r')).toEqual({});
  });

  test('is not whole with a file more', () => {
    put(site, 'b.txt', '乙');
    expect(standsWhole(site, standing())).toBe(false);
  });

  test('of other code gives nothing', () => {
    expect(reusable(site, standing(), 'other')).toEqual({});
  });

  test('has no record that is torn, and an empty one before the first', () => {
    writeFileSync(record, readFileSync(record, 'utf8').slice(0, -5));
    expect(readStanding(record)).toBeNull();
    rmSync(record);
    expect(readStanding(record)).toEqual(NOTHING);
  });

  test('gives its files to the next one as they are', () => {
    const next = join(scratch, 'next');
    share(['a/index.html'], site, next);
    expect(readFileSync(join(next, 'a/index.html'), 'utf8')).toBe('甲');
    expect(statSync(join(next, 'a/index.html')).ino).toBe(statSync(join(site, 'a/index.html')).ino);
  });
});

describe('copies of a file that came out as it stood', () => {
  const take = (content: string) => {
    writeStanding(record, site, { keys: {}, recipe: '', hashes: NOTHING.hashes });
    const standing = readStanding(record) as Standing;
    return (before = () => {}) => {
      before();
      return copiesTaker(site, standing, join(scratch, 'next'))('a/index.html', Buffer.from(content));
    };
  };

  test('are taken over', () => {
    expect(take('甲')()).toBe(true);
    expect(readFileSync(join(scratch, 'next/a/index.html.br'), 'utf8')).toBe('b');
    expect(readFileSync(join(scratch, 'next/a/index.html.gz'), 'utf8')).toBe('g');
  });
  test.each([
    ['the file has changed', '乙', () => {}],
    ['a copy was touched', '甲', () => writeFileSync(join(site, 'a/index.html.gz'), 'other')],
    ['a copy is gone', '甲', () => rmSync(join(site, 'a/index.html.br'))],
  ])('are not where %s', (_, content, before) => {
    expect(take(content)(before)).toBe(false);
    expect(() => statSync(join(scratch, 'next'))).toThrow();
  });
});

describe('after a build that was killed', () => {
  const said: string[] = [];
  const tell = (text: string) => said.push(text);
  const fresh = () => freshSite(site, join(scratch, 'staging'), tell);
  /** Leftovers bear the process id of whoever left them; this one is dead for sure. */
  const left = (ending: string) => `staging/next-${nameOf(site)}-${2 ** 22 + 1}${ending}`;

  beforeEach(() => said.splice(0));

  test('what it had half made goes', () => {
    put(scratch, `${left('')}/index.html`, '半成品');
    const folder = fresh();
    expect(said.join()).toContain('清除了半成品');
    expect(() => statSync(join(scratch, left('')))).toThrow();
    expect(statSync(folder).isDirectory()).toBe(true);
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('首页');
  });

  test('the site that it had moved aside goes back to its place', () => {
    rmSync(site, { recursive: true });
    put(scratch, `${left('.old')}/index.html`, '原来的首页');
    fresh();
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('原来的首页');
    expect(said.join()).toContain('已放回原处');
  });

  test('nothing is said where nothing is left', () => {
    fresh();
    expect(said).toEqual([]);
  });
});
