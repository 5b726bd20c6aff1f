import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buckets, type Entries } from '../../../scripts/search/buckets.ts';
import { PostingsMaker } from '../../../scripts/search/postings.ts';
import { Forms } from '../../../src/search/forms.ts';
import { files } from '../../../src/search/library.ts';
import { matcher } from '../../../src/search/match.ts';
import {
  Bytes,
  bucketOf,
  HEADING,
  packPosting,
  readEntry,
  readingTerms,
  TITLE,
  writeEntry,
  writeStamp,
} from '../../../src/search/postings/format.ts';
import { noTags, type SearchBlock, type SearchRecord } from '../../../src/search/record.ts';
import type { FileStore } from '../../../src/search/remote/files.ts';
import { PostingIndex } from '../../../src/search/remote/postings.ts';
import { findRedactions } from '../../../src/text/redaction.ts';

const forms = new Forms([
  ['發', '发'],
  ['髮', '发'],
  ['業', '业'],
]);
const STAMP = 0xfedcba98;
const key = (folded: string) => forms.key(folded);

function block(text: string, kind: SearchBlock['kind'] = 'paragraph'): SearchBlock {
  const marks = findRedactions(text).map(({ from, to }) => ({ kind: 'redaction' as const, from, to }));
  return { id: 'p1', kind, text, marks, places: [{ from: 0, path: [] }] };
}

function record(blocks: SearchBlock[], topics: string[] = []): SearchRecord {
  const tags = { ...noTags, topics: topics.map((slug) => ({ slug, label: slug })) };
  return { id: 'a', path: '', title: '', titleDerived: true, date: null, place: null, tags, outline: {}, blocks };
}

/** Entries of records that have these numbers in the library. */
function entriesOf(records: SearchRecord[], numbers: number[]): Entries {
  const maker = new PostingsMaker(key);
  for (const each of records) maker.add(each);
  return { stretches: maker.stretches(), numbers };
}

/** An index over records that are numbered as given, its buckets in memory. */
function indexOf(records: SearchRecord[], numbers = records.map((_, at) => at), count = 3): PostingIndex {
  const made = [...buckets([entriesOf(records, numbers)], count, STAMP)];
  const paths = new Map(made.map((bytes, bucket) => [files.bucket(bucket), bytes]));
  const store: Pick<FileStore, 'packed'> = {
    packed: async (path, read, belongs) => {
      const packed = { sum: 0, content: paths.get(path) as Uint8Array };
      const value = read(packed);
      expect(belongs(value, packed)).toBe(true);
      return value;
    },
  };
  return new PostingIndex(store as FileStore, key, {
    buckets: count,
    documents: records.length,
    stamp: STAMP,
  });
}

const numbers = async (index: PostingIndex, query: string, filters = {}) =>
  (await index.candidates(matcher(query, { forms }).needs, filters)).map(({ document }) => document);

describe('a bucket', () => {
  it('gives back what was written, and nothing for other terms', () => {
    const term = fc.string({ unit: 'binary', minLength: 1, maxLength: 3 });
    const postings = fc.uniqueArray(fc.record({ document: fc.nat(1e6), value: fc.nat(15) }), {
      selector: ({ document }) => document,
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(term, postings), { selector: ([name]) => name }), term, (entries, other) => {
        const bucket = new Bytes();
        writeStamp(bucket, STAMP);
        for (const [name, held] of entries) {
          held.sort((a, b) => a.document - b.document);
          writeEntry(
            bucket,
            name,
            held.map(({ document, value }) => packPosting(document, value)),
          );
        }
        const bytes = bucket.finish();
        for (const [name, held] of entries) expect(readEntry(bytes, name)).toEqual(held);
        if (!entries.some(([name]) => name === other)) expect(readEntry(bytes, other)).toEqual([]);
      }),
    );
  });

  it('is chosen by the term alone', () => {
    const chosen = new Set(Array.from({ length: 2000 }, (_, code) => bucketOf(String.fromCharCode(0x4e00 + code), 50)));
    expect(chosen.size).toBe(50);
    expect(bucketOf('发展', 50)).toBe(bucketOf('发展', 50));
  });
});

describe('terms of a reading', () => {
  it('are one character, or pairs from its beginning to its end, at most six', () => {
    expect(readingTerms('发')).toEqual(['发']);
    expect(readingTerms('产业园')).toEqual(['产业', '业园']);
    expect(readingTerms('一二三四五六七八九十')).toEqual(['一二', '三四', '四五', '六七', '七八', '九十']);
    expect(readingTerms('4*4')).toEqual(['4×', '×4']);
  });
});

describe('the posting index', () => {
  it('proposes every document that matches, whatever the texts and the query', async () => {
    const words = fc.constantFrom('发', '展', '發', '業', '业', '产', '×', '**', '4', 'A', '，', '\ud840\udc00');
    const text = fc.array(words, { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
    const documents = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(documents, text, async (texts, query) => {
        const records = texts.map((blocks) => record(blocks.map((each) => block(each))));
        const proposed = new Set(await numbers(indexOf(records), query));
        const sought = matcher(query, { forms });
        for (const [number, { blocks }] of records.entries())
          if (sought.findAll(blocks)) expect(proposed).toContain(number);
      }),
    );
  });

  it('leaves out documents without the terms, and numbers them in the order given', async () => {
    const index = indexOf(
      [record([block('产业园区')]), record([block('园区产业')]), record([block('农业')])],
      [2, 1, 0],
    );
    expect(await numbers(index, '产业园')).toEqual([2]);
    expect(await numbers(index, '产业')).toEqual([1, 2]);
    expect(await numbers(index, '农业|园区')).toEqual([0, 1, 2]);
    expect(await numbers(index, '农业 园区')).toEqual([]);
    expect(await numbers(index, '没有')).toEqual([]);
  });

  it('narrows by tags, and by nothing where only the text can tell', async () => {
    const index = indexOf([record([block('产业')], ['ai']), record([block('产业')])]);
    expect(await numbers(index, '产业', { topics: ['ai'] })).toEqual([0]);
    expect(await numbers(index, '，')).toEqual([0, 1]);
    expect(await numbers(index, '，', { topics: ['ai'] })).toEqual([0]);
    expect(await numbers(index, '产业', { topics: ['robots'] })).toEqual([]);
  });

  it('knows titles and headings, run-in ones too', async () => {
    const runIn = block('一是建好平台。园区很多。');
    runIn.marks.push({ kind: 'runin', from: 0, to: 7, id: 's1' });
    const index = indexOf([record([block('平台', 'title')]), record([runIn]), record([block('平台')])]);
    expect(await numbers(index, '标题:平台')).toEqual([0]);
    expect(await numbers(index, '小节:平台')).toEqual([1]);
    expect(await numbers(index, '小节:园区')).toEqual([]);
    expect(await numbers(index, '平台')).toEqual([0, 1, 2]);
    expect([TITLE, HEADING]).toEqual([8, 4]);
  });

  it('promises more where the words stand in the title, in a heading, or often', async () => {
    const index = indexOf([
      record([block('平台')]),
      record([block('平台平台平台平台平台')]),
      record([block('平台', 'heading')]),
      record([block('平台', 'title')]),
    ]);
    const promises = (await index.candidates(matcher('平台').needs, {})).map(({ promise }) => promise);
    expect(promises).toEqual(promises.toSorted((a, b) => a - b));
    expect(new Set(promises).size).toBe(4);
  });
});
