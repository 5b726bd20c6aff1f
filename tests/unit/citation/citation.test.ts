import { describe, expect, test } from 'vitest';
import { bibtex } from '../../../src/text/citation/bibtex.ts';
import { citedSpeech, placeBriefly, placeInWords, titleMark } from '../../../src/text/citation/cited.ts';
import { cslJson } from '../../../src/text/citation/csl.ts';
import { citationForms } from '../../../src/text/citation/forms.ts';
import { gbt7714 } from '../../../src/text/citation/gbt7714.ts';
import { wordsWithSource } from '../../../src/text/citation/quoted.ts';
import { ris } from '../../../src/text/citation/ris.ts';
import { sampleSpeech } from '../../sample.ts';
import { bare, full, place } from '../../support/cited.ts';

const here = { site: '讲话文库', version: '0123456789ab' };
const { meta } = sampleSpeech;

describe('what is cited', () => {
  test('a speaker by name is the author, else the body that issued it; an office alone is none', () => {
    expect(citedSpeech(meta, here).author).toBeNull();
    expect(citedSpeech({ ...meta, issuer: '样例市委' }, here).author).toEqual({ name: '样例市委', kind: 'body' });
    const named = { ...meta, issuer: '样例市委', speaker: { name: '林远', role: '市委书记' } };
    expect(citedSpeech(named, here).author).toEqual({ name: '林远', kind: 'person' });
  });
  test('the second line of the title loses its dash', () => {
    expect(citedSpeech({ ...meta, subtitle: '——在大会上的讲话' }, here).subtitle).toBe('在大会上的讲话');
    expect(citedSpeech({ ...meta, subtitle: '——' }, here).subtitle).toBeNull();
  });
  test('the day on which another site posted the copy stands in no form', () => {
    expect(meta.published).toBe('2024-10-09');
    for (const { text } of citationForms(citedSpeech(meta, here), place)) expect(text).not.toMatch(/2024.?10.?0?9/);
  });
  test('of the speech as a whole there are no words', () => {
    const whole = { address: 'https://wenku.example/speeches/sample/', anchor: '', path: [] };
    expect(citationForms(bare, whole).map(({ id }) => id)).not.toContain('words');
    expect(citationForms(bare, place).map(({ id }) => id)).toContain('words');
  });
});

describe('words about it', () => {
  test('a place is its headings, and its id where it is no heading itself', () => {
    expect(placeInWords(place)).toBe('二、突出重点 › （一）解决场地问题 › p12');
    expect(placeInWords({ ...place, anchor: 's2-1' })).toBe('二、突出重点 › （一）解决场地问题');
    expect(placeInWords({ ...place, anchor: 'salutation', path: [] })).toBe('salutation');
    expect(placeInWords({ ...place, anchor: '', path: [] })).toBe('');
    expect(placeBriefly(place)).toBe('（一）解决场地问题 › p12');
  });
  test('a title in marks keeps its own marks apart', () => {
    expect(titleMark({ ...bare, title: '学习《纲要》体会' })).toBe('《学习〈纲要〉体会》');
    expect(titleMark(full)).toBe('《把一顿热饭当作大事来办——在云溪县三级干部大会上的讲话》（拟题）');
  });
  test('words with their source, as far as it is known', () => {
    expect(wordsWithSource(full, place)).toBe(
      '“优先用好闲置的校舍、仓库和沿街的公房。”——林远，《把一顿热饭当作大事来办——在云溪县三级干部大会上的讲话》（拟题），' +
        '（一）解决场地问题 › p12，浙江省金华市，2024-05-16，https://wenku.example/speeches/canteens/#p12',
    );
    expect(wordsWithSource(bare, { ...place, path: [], anchor: '' })).toBe(
      '“优先用好闲置的校舍、仓库和沿街的公房。”——《在全县社区食堂建设现场会上的讲话》，https://wenku.example/speeches/canteens/#p12',
    );
  });
});

/** After the examples of the standard's two editions for web pages; see docs/decisions/0018-citations.md. */
describe('GB/T 7714', () => {
  const { address } = place;
  test('everything known', () => {
    expect(gbt7714(full, place, 2025)).toBe(
      `林远. [把一顿热饭当作大事来办：在云溪县三级干部大会上的讲话]：云政发〔2024〕5号[EB/OL]. （2024-06-01）[2026-11-23]. ${address}.`,
    );
    expect(gbt7714(full, place, 2015)).toBe(
      `林远. [把一顿热饭当作大事来办：在云溪县三级干部大会上的讲话]：云政发〔2024〕5号[EB/OL]. (2024-06-01)[2026-11-23]. ${address}.`,
    );
  });
  test('nothing known: the title first, the day of reading alone', () => {
    for (const edition of [2015, 2025] as const)
      expect(gbt7714(bare, place, edition)).toBe(`在全县社区食堂建设现场会上的讲话[EB/OL]. [2026-11-23]. ${address}.`);
  });
  test('without a reader there is no day of reading', () => {
    const { accessed: _, ...built } = place;
    expect(gbt7714(bare, built, 2025)).toBe(`在全县社区食堂建设现场会上的讲话[EB/OL]. ${address}.`);
    expect(gbt7714({ ...bare, updated: '2026-09-30' }, built, 2025)).toContain(`[EB/OL]. （2026-09-30）. ${address}.`);
  });
  test('the day of a delivery is no day of a page; without an issue that of the text as it stands here is', () => {
    const spoken = { ...full, issued: null };
    expect(gbt7714(spoken, place, 2025)).toContain('（2026-09-30）[2026-11-23]');
    expect(gbt7714({ ...spoken, updated: null }, place, 2025)).toContain('[EB/OL]. [2026-11-23]');
  });
  test('the number of a paper is not said twice', () => {
    const title = '关于社区食堂的通知（云政发〔2024〕5号）';
    expect(gbt7714({ ...bare, title, documentNumber: '云政发〔2024〕5号' }, place, 2025)).toContain(`${title}[EB/OL]`);
  });
});

describe('for reference managers', () => {
  test('BibTeX says what is known, and nothing of what is not', () => {
    expect(bibtex(full, place).split('\n')).toEqual([
      '@online{canteens-p12,',
      '  author = {{林远}},',
      '  title = {{[把一顿热饭当作大事来办：在云溪县三级干部大会上的讲话]}},',
      '  date = {2024-05-16/2024-05-17},',
      '  year = {2024},',
      '  organization = {讲话文库},',
      '  version = {0123456789ab},',
      `  url = {${place.address}},`,
      '  urldate = {2026-11-23},',
      '  langid = {chinese},',
      expect.stringMatching(
        /^ {2}note = \{原文无题.*；讲话日期：2024-05-16至2024-05-17；.*；位置：二、突出重点.*p12\},$/,
      ),
      '}',
    ]);
    expect(bibtex(bare, { address: 'https://wenku.example/', anchor: '', path: [] }).split('\n')).toEqual([
      '@online{sample,',
      '  title = {{在全县社区食堂建设现场会上的讲话}},',
      '  organization = {讲话文库},',
      '  url = {https://wenku.example/},',
      '  langid = {chinese},',
      '}',
    ]);
  });
  test('RIS gives dates as far as they go', () => {
    const lines = ris({ ...full, delivered: '2024-05', deliveredUntil: null }, place).split('\n');
    expect(lines[0]).toBe('TY  - ELEC');
    expect(lines).toContain('DA  - 2024/05//');
    expect(lines).toContain('PY  - 2024');
    expect(lines).toContain('Y2  - 2026/11/23/');
    expect(lines).toContain('ET  - 0123456789ab');
    expect(lines.at(-1)).toBe('ER  - ');
    expect(ris(bare, place)).not.toMatch(/^(AU|PY|DA|ET) /m);
  });
  test('CSL-JSON is one item with dates in parts', () => {
    const [item] = JSON.parse(cslJson(full, place));
    expect(item).toMatchObject({
      id: 'canteens-p12',
      type: 'webpage',
      author: [{ literal: '林远' }],
      issued: {
        'date-parts': [
          [2024, 5, 16],
          [2024, 5, 17],
        ],
      },
      'event-date': {
        'date-parts': [
          [2024, 5, 16],
          [2024, 5, 17],
        ],
      },
      accessed: { 'date-parts': [[2026, 11, 23]] },
      version: '0123456789ab',
      number: '云政发〔2024〕5号',
      URL: place.address,
    });
    const [issued] = JSON.parse(cslJson({ ...full, delivered: null, deliveredUntil: null }, place));
    expect(issued.issued).toEqual({ 'date-parts': [[2024, 6, 1]] });
    expect(issued).not.toHaveProperty('event-date');
    const [least] = JSON.parse(cslJson(bare, { address: place.address, anchor: '', path: [] }));
    expect(Object.keys(least).sort()).toEqual(
      ['URL', 'container-title', 'genre', 'id', 'language', 'title', 'type'].sort(),
    );
  });
  test('the place of a text without an occasion is no place of an event', () => {
    expect(JSON.parse(cslJson({ ...bare, place: '浙江省' }, place))[0]).not.toHaveProperty('event-place');
    expect(JSON.parse(cslJson({ ...bare, place: '浙江省', event: '现场会' }, place))[0]['event-place']).toBe('浙江省');
  });
  test('an office without a name is told, not made an author', () => {
    const office = { ...bare, role: '开发区党工委书记' };
    expect(bibtex(office, place)).toContain('讲话人：开发区党工委书记');
    expect(bibtex(office, place)).not.toContain('author');
  });
});
