import { describe, expect, it } from 'vitest';
import { type Findings, type Library, search } from '../../../src/search/query.ts';
import { type SearchRecord, speechRecord } from '../../../src/search/record.ts';
import { sampleSpeech } from '../../sample.ts';

const running = new AbortController().signal;

function record(id: string, ...texts: string[]): SearchRecord {
  const blocks = texts.map((text, i) => ({
    id: `p${i + 1}`,
    kind: 'paragraph' as const,
    text,
    marks: [],
    places: [{ from: 0, path: [] }],
  }));
  return { id, path: `speeches/${id}/`, title: id, titleDerived: true, year: null, place: null, outline: {}, blocks };
}

/** Proposes everything, as an index may: only the texts decide. */
function library(...records: SearchRecord[]): Library & { asked: string[] } {
  const all = records.map(({ id }) => id);
  const asked: string[] = [];
  return {
    asked,
    candidates: async (phrase) => {
      asked.push(phrase);
      return all;
    },
    all: async () => all,
    record: async (id) => records.find((each) => each.id === id) ?? Promise.reject(new Error(id)),
  };
}

const places = ({ documents }: Findings) =>
  documents.flatMap(({ record, hits }) => hits.map(({ block }) => `${record.id}#${block.id}`));

describe('search', () => {
  const small = library(record('a', '发展', '无关'), record('b', '无关'), record('c', '发，展，发展', '发展'));

  it('shows only what the texts confirm, most hits first, with exact counts', async () => {
    const found = await search(small, '发展', running);
    expect(places(found)).toEqual(['c#p1', 'c#p2', 'a#p1']);
    expect([found.count, found.candidates, found.checked, found.complete]).toEqual([4, 3, 3, true]);
  });

  it('is complete at once where nothing is proposed', async () => {
    expect(await search(library(), '发展', running)).toMatchObject({ count: 0, complete: true });
  });

  it('reads every text where the query folds to nothing, and none for an empty one', async () => {
    const punctuation = library(record('a', '发，展'), record('b', '发展'));
    expect(places(await search(punctuation, '，', running))).toEqual(['a#p1']);
    expect((await search(punctuation, '', running)).candidates).toBe(0);
    expect(punctuation.asked).toEqual([]);
  });

  it('reports each step, the last one complete', async () => {
    const steps: boolean[] = [];
    await search(small, '发展', running, ({ complete }) => steps.push(complete));
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
    const { documents } = await search(ranked, '发展', running);
    expect(documents.map((found) => found.record.id)).toEqual(['title', 'heading', 'paragraph']);
  });

  it('stops once it is aborted, and fails where a text cannot be read', async () => {
    const stopped = new AbortController();
    stopped.abort();
    await expect(search(small, '发展', stopped.signal)).rejects.toThrow();
    const broken = { ...small, record: () => Promise.reject(new Error('offline')) };
    await expect(search(broken, '发展', running)).rejects.toThrow('offline');
  });

  it('names the section of each hit, run-in headings included', async () => {
    const speech = library(speechRecord(sampleSpeech));
    const pathOf = async (query: string) => (await search(speech, query, running)).documents[0]?.hits[0]?.path;
    expect(await pathOf('MEMS')).toEqual(['二、抓好{落实}', '一是建好平台']);
    expect(await pathOf('人工智能')).toEqual([]);
    expect(await pathOf('认清大势')).toEqual([]);
  });

  it('never finds derived titles, notes and absent parts', async () => {
    const derived = { ...sampleSpeech, meta: { ...sampleSpeech.meta, title: '拟定的题目', titleDerived: true } };
    const speech = library(speechRecord(derived));
    for (const query of ['拟定的题目', '坚定自信心', '876'])
      expect((await search(speech, query, running)).count).toBe(0);
  });
});
