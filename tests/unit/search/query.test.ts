import { describe, expect, it } from 'vitest';
import { ALL, FIRST, type Findings, type Limits, WHOLE } from '../../../src/search/findings.ts';
import type { Library } from '../../../src/search/library.ts';
import type { Need } from '../../../src/search/match.ts';
import { foundDocuments, type SearchRequest, search } from '../../../src/search/query.ts';
import { noTags, type SearchRecord } from '../../../src/search/record.ts';
import { speechRecord } from '../../../src/search/speech-record.ts';
import { sampleSpeech } from '../../sample.ts';

const running = new AbortController().signal;
const request: SearchRequest = { query: '发展', exactForms: false, filters: {}, order: 'rank' };

function record(id: string, ...texts: string[]): SearchRecord {
  const blocks = texts.map((text, i) => ({
    id: `p${i + 1}`,
    kind: 'paragraph' as const,
    text,
    marks: [],
    places: [{ from: 0, path: [] }],
  }));
  return {
    id,
    path: `speeches/${id}/`,
    title: id,
    titleDerived: true,
    date: null,
    place: null,
    tags: noTags,
    outline: {},
    blocks,
  };
}

/** Proposes everything, as an index may: only the texts decide. */
function library(...records: SearchRecord[]): Library & { asked: Need[][][] } {
  const all = records.map(({ id }) => id);
  const asked: Need[][][] = [];
  return {
    asked,
    candidates: async (needs) => {
      asked.push(needs);
      return all.map((_, document) => ({ document, promise: 0 }));
    },
    catalogue: async () => ({
      stamp: 0,
      index: { engine: 'pagefind' },
      version: '',
      documents: all.length,
      characters: 0,
      forms: [],
    }),
    record: async (document) => records[document] ?? Promise.reject(new Error(String(document))),
  };
}

/** @param report told of each step */
const find = (
  among: Library,
  query: string,
  report?: (findings: () => Findings) => void,
  { signal = running, limits = ALL, ...request }: Partial<SearchRequest & { signal: AbortSignal; limits: Limits }> = {},
) => search(among, { query, exactForms: false, filters: {}, order: 'rank', ...request }, limits, signal, report);

const places = ({ documents }: Findings) =>
  documents.flatMap(({ id, hits }) => hits.map(({ block }) => `${id}#${block}`));

describe('search', () => {
  const small = library(record('a', '发展', '无关'), record('b', '无关'), record('c', '发，展，发展', '发展'));

  it('shows only what the texts confirm, most hits first, with exact counts', async () => {
    const found = await find(small, '发展');
    expect(places(found)).toEqual(['c#p1', 'c#p2', 'a#p1']);
    expect([found.count, found.candidates, found.checked, found.complete]).toEqual([4, 3, 3, true]);
  });

  it('is complete at once where nothing is proposed', async () => {
    expect(await find(library(), '发展')).toMatchObject({ count: 0, complete: true });
  });

  it('reads every text where the query folds to nothing, and none for an empty one', async () => {
    const punctuation = library(record('a', '发，展'), record('b', '发展'));
    expect(places(await find(punctuation, '，'))).toEqual(['a#p1']);
    expect((await find(punctuation, '')).candidates).toBe(0);
    expect(punctuation.asked).toEqual([[[{ field: 'text', readings: [] }]]]);
  });

  it('reports each step, the last one complete', async () => {
    const steps: boolean[] = [];
    await find(small, '发展', (findings) => steps.push(findings().complete));
    expect(steps).toEqual([false, false, true]);
  });

  it('puts a title before a heading before the text, whatever the counts', async () => {
    const kinds = ['paragraph', 'heading', 'title'] as const;
    const ranked = library(
      ...kinds.map((kind, i) => {
        const base = record(kind, ...Array.from({ length: 3 - i }, () => '发展'));
        return { ...base, blocks: base.blocks.map((block) => ({ ...block, kind })) };
      }),
    );
    const { documents } = await find(ranked, '发展');
    expect(documents.map((found) => found.id)).toEqual(['title', 'heading', 'paragraph']);
  });

  it('stops once it is aborted, and fails where a text cannot be read', async () => {
    const stopped = new AbortController();
    stopped.abort();
    await expect(find(small, '发展', undefined, { signal: stopped.signal })).rejects.toThrow();
    const broken = { ...small, record: () => Promise.reject(new Error('offline')) };
    await expect(find(broken, '发展')).rejects.toThrow('offline');
  });

  it('stops in the middle of texts that are at hand', async () => {
    const many = library(...Array.from({ length: 2000 }, (_, at) => record(`d${at}`, '发展')));
    const stopped = new AbortController();
    setTimeout(() => stopped.abort());
    let checked = 0;
    await expect(find(many, '发展', () => checked++, { signal: stopped.signal })).rejects.toThrow();
    expect(checked).toBeLessThan(200);
  });

  it('cuts lines for the documents that are shown and names the others in order, all of them counted', async () => {
    const counts = [3, 1, 5, 2, 4];
    const many = library(...counts.map((count, at) => record(`d${at}`, ...Array(count).fill('发展'))));
    const limits = { ...WHOLE, shown: 2 };
    const found = await find(many, '发展', undefined, { limits });
    expect([found.count, found.complete]).toEqual([15, true]);
    expect(found.documents.map(({ id, hits }) => [id, hits.length])).toEqual([
      ['d2', 5],
      ['d4', 4],
    ]);
    expect(found.rest.map(({ id, document, count }) => [id, document, count])).toEqual([
      ['d0', 0, 3],
      ['d3', 3, 2],
      ['d1', 1, 1],
    ]);
    const whole = await find(many, '发展');
    expect([...found.documents, ...(await foundDocuments(many, request, [0, 3, 1]))]).toEqual(whole.documents);
    await expect(foundDocuments(many, { ...request, query: '产业' }, [0])).rejects.toThrow();
  });

  it('reads a few texts too many rather than leaving a count open, and no more than the limit', async () => {
    const limits = { ...FIRST, documents: 2, few: 5 };
    const among = (count: number) => library(...Array.from({ length: count }, (_, at) => record(`d${at}`, '发展')));
    expect(await find(among(5), '发展', undefined, { limits })).toMatchObject({ checked: 5, complete: true });
    expect(await find(among(6), '发展', undefined, { limits })).toMatchObject({ checked: 2, complete: false });
  });

  it('names the section of each hit, run-in headings included', async () => {
    const speech = library(speechRecord(sampleSpeech));
    const pathOf = async (query: string) => (await find(speech, query)).documents[0]?.hits[0]?.path;
    expect(await pathOf('MEMS')).toEqual(['二、抓好{落实}', '一是建好平台']);
    expect(await pathOf('人工智能')).toEqual([]);
    expect(await pathOf('认清大势')).toEqual([]);
  });

  it('never finds derived titles, notes and absent parts', async () => {
    const derived = { ...sampleSpeech, meta: { ...sampleSpeech.meta, title: '拟定的题目', titleDerived: true } };
    const speech = library(speechRecord(derived));
    for (const query of ['拟定的题目', '坚定自信心', '876']) expect((await find(speech, query)).count).toBe(0);
  });
});
