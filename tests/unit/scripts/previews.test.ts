import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSpeeches } from '../../../scripts/lib/speeches.ts';
import { speechCard, textOf } from '../../../scripts/previews/card.ts';
import { type Glyphs, SlicedFont } from '../../../scripts/previews/font.ts';
import { balance, place } from '../../../scripts/previews/lines.ts';
import { picture, titleLines } from '../../../scripts/previews/picture.ts';
import { makePreviews } from '../../../scripts/previews.ts';

const font = new SlicedFont();
const speeches = await readSpeeches();
const folder = mkdtempSync(join(tmpdir(), 'previews-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A face in which every character is as wide as the em. */
const square: Glyphs = new Map();

describe('lines of a title', () => {
  const titles = [
    '在全市科技创新大会上的讲话',
    '关于“十四五”规划（草案）的说明，以及其他',
    '推进5G+工业互联网：AI2.0时代',
    '第一，第二，第三',
  ];

  test.each(titles)('%s: nothing is lost, no line begins or ends with a mark that may not', (title) => {
    for (let width = 4000; width <= 14_000; width += 1000) {
      const lines = balance(title, width, square);
      expect(lines.join('')).toBe(title);
      for (const line of lines) expect(line).not.toMatch(/^[，。：）”]|[（“]$/u);
    }
  });

  test('are of about equal length', () => {
    const lengths = balance('在全市科技创新和产业发展大会上的讲话', 16_000, square).map((line) => line.length);
    expect(lengths).toHaveLength(2);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(4);
  });

  test('leave a little room between Chinese and Latin', () => {
    expect(place('在AI会', square).length).toBe(4250);
  });

  test('of a very long title are cut visibly', () => {
    const { lines } = titleLines('在全市科技创新和产业发展大会上的讲话'.repeat(8), square);
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/……$/);
  });
});

describe('glyphs', () => {
  test.each(speeches.map((speech) => [speech.meta.title, speechCard(speech)] as const))(
    '%s: the font has every character of its picture',
    async (_, card) => {
      const { bold, regular } = textOf(card);
      const glyphs = [...(await font.glyphs(bold, 700)), ...(await font.glyphs(regular, 400))];
      expect(glyphs.filter(([, glyph]) => !glyph).map(([character]) => character)).toEqual([]);
    },
  );

  test('are outlines of their own weight', async () => {
    const [bold, regular] = [await font.glyphs('讲', 700), await font.glyphs('讲', 400)];
    expect(bold.get('讲')?.advance).toBe(1000);
    expect(bold.get('讲')?.path).not.toBe(regular.get('讲')?.path);
  });

  test('that the font lacks are said to be lacking, and drawn as two bars', async () => {
    const glyphs = await font.glyphs('龘𰻝讲', 700);
    expect(glyphs.get('𰻝')).toBeNull();
    const card = { title: '𰻝', tag: null, facts: [], state: null };
    expect(picture(card, glyphs, new Map())).toContain('M80-680h840v220h-840zM80-220h840v220h-840z');
  });
});

test('the same speeches give the same bytes, from the cache too, and what is cached is not drawn again', async () => {
  const [speech] = speeches as [(typeof speeches)[0]];
  const made = (dist: string, cache: string) => makePreviews(join(folder, dist), [speech], join(folder, cache));
  const path = `speeches/${speech.meta.id}/preview.png`;
  expect(await made('first', 'cache')).toEqual({ drawn: 2 });
  expect(await made('second', 'other')).toEqual({ drawn: 2 });
  expect(await made('third', 'cache')).toEqual({ drawn: 0 });
  for (const file of [path, 'preview.png', 'icon-512.png']) {
    const [first, second, third] = ['first', 'second', 'third'].map((dist) => readFileSync(join(folder, dist, file)));
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  }
});
