import { describe, expect, test } from 'vitest';
import { tagRows, yearRows } from '../../../src/data/holdings.ts';
import { PER_PAGE, paged, pageNumbers, pageParam, pagePath } from '../../../src/data/paging.ts';
import { allPlaces } from '../../../src/data/places/index.ts';
import { tiles } from '../../../src/data/places/tiles.ts';
import { site } from '../../../src/data/site.ts';
import { wordmark } from '../../../src/data/wordmark.ts';
import type { Meta, Speech } from '../../../src/text/speech.ts';

function speech(meta: Partial<Meta>): Speech {
  const whole = { topics: [], place: null, delivered: null, issued: null, published: null, completeness: 'complete' };
  return { meta: { ...whole, ...meta } as Meta, outline: [], former: {}, blocks: [] };
}

const given = (...years: number[]) => years.map((year) => speech({ delivered: `${year}-03-01` }));
const shape = (rows: ReturnType<typeof yearRows>) => rows.map(({ name, path, count }) => [name, path, count]);

describe('rows of years', () => {
  test('run from the newest down, a year without speeches among them as 0 and without a page', () => {
    expect(shape(yearRows(given(2021, 2024, 2024)))).toEqual([
      ['2024 年', '/years/2024/', 2],
      ['2023 年', null, 0],
      ['2022 年', null, 0],
      ['2021 年', '/years/2021/', 1],
    ]);
  });

  test('fold what lies further back than is shown one by one', () => {
    expect(shape(yearRows(given(2024, 2022, 1998, 1987), 3))).toEqual([
      ['2024 年', '/years/2024/', 1],
      ['2023 年', null, 0],
      ['2022 年', '/years/2022/', 1],
      ['2022 年之前', '/years/', 2],
    ]);
  });

  test('count what has no year apart, a day of posting is no year', () => {
    const rows = yearRows([...given(2024), speech({ published: '2023-01-01' }), speech({})]);
    expect(shape(rows)).toEqual([
      ['2024 年', '/years/2024/', 1],
      ['未注明', '/years/unknown/', 2],
    ]);
    expect(rows.at(-1)?.unknown).toBe(true);
  });

  test('are none where nothing is held, and bounded however much is held', () => {
    expect(yearRows([])).toEqual([]);
    expect(yearRows(given(...Array.from({ length: 120 }, (_, index) => 1900 + index)), 12)).toHaveLength(13);
  });
});

describe('rows of tags', () => {
  test('of places the provinces alone, the most frequent first, the unknown last even where it is the largest', () => {
    const places = ['浙江省金华市兰溪市', '浙江省金华市', '江苏省镇江市', null, null, null];
    const rows = tagRows(
      'places',
      places.map((place) => speech({ place })),
    );
    expect(rows.map(({ name, count }) => [name, count])).toEqual([
      ['浙江省', 2],
      ['江苏省', 1],
      ['地点未注明', 3],
    ]);
  });

  test('are at most as many as asked for', () => {
    const many = Array.from({ length: 9 }, () => speech({ topics: ['talent', 'finance', 'logistics'] }));
    expect(tagRows('topics', many, 2)).toHaveLength(2);
  });
});

describe('pages of a list', () => {
  test('hold every item once, in order', () => {
    const items = Array.from({ length: 2 * PER_PAGE + 1 }, (_, index) => index);
    const pages = paged(items);
    expect(pages.map((page) => page.items.length)).toEqual([PER_PAGE, PER_PAGE, 1]);
    expect(pages.flatMap((page) => page.items)).toEqual(items);
    expect(pages.every(({ last, total }) => last === 3 && total === items.length)).toBe(true);
  });

  test('are one, which is empty, where there is nothing', () => {
    expect(paged([])).toEqual([{ items: [], number: 1, last: 1, total: 0 }]);
  });

  test('have addresses, the first that of the list itself', () => {
    expect([1, 2].map((number) => pagePath('/topics/talent/', number))).toEqual([
      '/topics/talent/',
      '/topics/talent/page/2/',
    ]);
    expect([1, 12].map(pageParam)).toEqual([undefined, 'page/12']);
  });

  test.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, null, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [9, 9, [1, null, 8, 9]],
  ])('page %i of %i is reached through %j', (number, last, expected) => {
    expect(pageNumbers(number, last)).toEqual(expected);
  });
});

test('the map has every province once, no two on one tile', () => {
  const provinces = allPlaces().filter(({ code }) => code.length === 2);
  expect(tiles.map(({ code }) => code).sort()).toEqual(provinces.map(({ code }) => code));
  expect(new Set(tiles.map(({ column, row }) => `${column},${row}`)).size).toBe(tiles.length);
});

test('the drawn letters are the name of the house', () => {
  expect(wordmark.map(({ character }) => character).join('')).toBe(site.name);
});
