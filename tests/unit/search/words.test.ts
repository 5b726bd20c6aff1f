import { describe, expect, it } from 'vitest';
import type { Documents } from '../../../scripts/search/collection.ts';
import { wordsIn } from '../../../scripts/search/words.ts';
import { Forms } from '../../../src/search/forms.ts';
import { matcher } from '../../../src/search/match.ts';
import { noTags, type SearchRecord } from '../../../src/search/record.ts';
import { speechRecord } from '../../../src/search/speech-record.ts';
import { packWords, unpackWords } from '../../../src/search/words.ts';
import { foldBlock } from '../../../src/text/fold.ts';
import { sampleSpeech } from '../../sample.ts';

function record(id: string, ...texts: string[]): SearchRecord {
  const blocks = texts.map((text, i) => {
    const kind = i === 0 ? ('heading' as const) : ('paragraph' as const);
    return { id: `p${i}`, kind, text, marks: [], places: [{ from: 0, path: [] }] };
  });
  return { id, path: '', title: id, titleDerived: true, date: null, place: null, tags: noTags, outline: {}, blocks };
}

const forms = new Forms([['業', '业']]);
const records = [
  record('a', '一、培育新质生产力', '银行行长要行动起来。招商引资，招商选资。'),
  record('b', '二、招商', '新质生产力是产業的方向；产业集群。'),
  record('c', '三、发展', '高质量发展，高质量发展。把，握**市场'),
  speechRecord(sampleSpeech),
];
const collection: Documents = {
  length: records.length,
  record: (document) => records[document] as SearchRecord,
  texts: () => records.map(({ blocks }) => blocks.map((block) => foldBlock(block).text)),
};
const words = wordsIn(collection, forms);
const numbers = new Map(words.map(([word, documents]) => [word, documents]));

describe('the words of a library', () => {
  it('each stand in as many documents as is said, forms included', () => {
    expect(words.length).toBeGreaterThan(20);
    for (const [word, documents] of words) {
      const holding = records.filter(({ blocks }) => matcher(word, { forms }).findAll(blocks));
      expect([word, holding.length]).toEqual([word, documents]);
    }
  });

  it('hold topic words, and words that segmentation tears apart', () => {
    expect(numbers.get('新质生产力')).toBe(2);
    expect(numbers.get('招商')).toBe(2);
    expect(numbers.get('产业集群')).toBe(1);
    expect(numbers.get('高质量发展')).toBe(1);
    expect(numbers.has('云计算')).toBe(false);
  });

  it('hold no fragments, little words, or words across a sign', () => {
    for (const word of ['质量发展', '的方向', '把握', '握市', '市场'])
      expect([word, numbers.has(word)]).toEqual([word, word === '市场']);
  });

  it('read each word as a whole', () => {
    const readings = Object.fromEntries(words.map(([word, , reading]) => [word, reading]));
    expect(readings).toMatchObject({ 银行: 'yin hang', 行长: 'hang zhang', 行动: 'xing dong' });
    for (const [word, , reading] of words) expect(reading.split(' ')).toHaveLength(Array.from(word).length);
  });

  it('come out of the file as they went in, with every reading', () => {
    expect(unpackWords(JSON.parse(JSON.stringify(packWords(words))))).toEqual(words);
    expect(Object.keys(packWords(words).others)).toContain('行动');
    expect(unpackWords(packWords([]))).toEqual([]);
  });

  it('stand in the same order every time, the most frequent first', () => {
    expect(wordsIn(collection, forms)).toEqual(words);
    const counts = words.map(([, documents]) => documents);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });
});
