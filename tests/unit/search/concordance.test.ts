import { describe, expect, it } from 'vitest';
import { concordance, Gathered, LINES, linesOf, type Part } from '../../../src/search/concordance.ts';
import { exportedLine, toCsv } from '../../../src/search/concordance-export.ts';
import { neighbours, sortLines, tally } from '../../../src/search/concordance-order.ts';
import { readState, writeState } from '../../../src/search/concordance-state.ts';
import type { Library } from '../../../src/search/library.ts';
import { matcher } from '../../../src/search/match.ts';
import { noTags, type SearchRecord } from '../../../src/search/record.ts';
import type { Mark } from '../../../src/text/speech.ts';

function record(id: string, texts: string[], more: Partial<SearchRecord> = {}, marks: Mark[] = []): SearchRecord {
  const blocks = texts.map((text, i) => ({
    id: `p${i + 1}`,
    kind: 'paragraph' as const,
    text,
    marks: i === 0 ? marks : [],
    places: [{ from: 0, path: [] }],
  }));
  return {
    id,
    path: `speeches/${id}/`,
    title: id,
    titleDerived: false,
    date: null,
    place: null,
    tags: noTags,
    outline: {},
    blocks,
    ...more,
  };
}

function library(...records: SearchRecord[]): Library {
  return {
    candidates: async () => records.map((_, document) => ({ document, promise: 0 })),
    catalogue: async () => ({
      index: { engine: 'pagefind' },
      version: '',
      stamp: 0,
      documents: records.length,
      characters: 0,
      forms: [],
    }),
    record: async (document) => records[document] ?? Promise.reject(new Error(`${document}`)),
  };
}

const request = (query: string) => ({ query, exactForms: false, filters: {}, order: 'date' as const });

async function gather(from: Library, query: string): Promise<Gathered> {
  const gathered = new Gathered();
  await concordance(from, request(query), new AbortController().signal, (part) => gathered.add(part));
  return gathered;
}

/** The lines of one text, without a library. */
function lines(text: string, query: string, marks: Mark[] = []) {
  const found = linesOf(record('甲', [text], {}, marks), matcher(query), {})?.lines ?? [];
  return found.map((line) => ({ document: 0, ...line }));
}

describe('lines', () => {
  it('hold every occurrence with its context and number, never across a block', async () => {
    const { lines, count, documents } = await gather(
      library(record('甲', ['修路先修心', '路通了']), record('乙', ['没有'])),
      '路',
    );
    expect(count).toBe(2);
    expect(documents).toMatchObject([{ id: '甲', count: 2 }]);
    expect(lines).toEqual([
      { document: 0, block: 'p1', ordinal: 1, text: '修路先修心', from: 1, to: 2, redactions: [] },
      { document: 0, block: 'p2', ordinal: 2, text: '路通了', from: 0, to: 1, redactions: [] },
    ]);
  });

  it('cut the context to forty characters, outside redaction marks and surrogate pairs', () => {
    const text = `${'前'.repeat(9)}**${'中'.repeat(39)}路${'后'.repeat(39)}𠮷尾`;
    const marks: Mark[] = [{ kind: 'redaction', from: 9, to: 11 }];
    const [line] = lines(text, '路', marks);
    expect(line).toMatchObject({ text: `**${'中'.repeat(39)}路${'后'.repeat(39)}𠮷`, redactions: [0, 2] });
  });

  it('come in the order of the library however long the texts take, and count what is not kept', async () => {
    const all = Array.from({ length: 40 }, (_, i) => record(`d${i}`, ['路']));
    const slow: Library = {
      ...library(...all),
      record: async (document) => {
        for (let turns = 40 - document; turns > 0; turns--) await Promise.resolve();
        return all[document] as SearchRecord;
      },
    };
    const { documents, checked, candidates } = await gather(slow, '路');
    expect(documents.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect([checked, candidates]).toEqual([40, 40]);

    const gathered = new Gathered();
    const many: Part = { candidates: 1, found: linesOf(record('甲', ['路'.repeat(LINES / 2 + 1)]), matcher('路'), {}) };
    gathered.add(many);
    gathered.add(many);
    expect(gathered.lines).toHaveLength(LINES);
    expect(gathered.count).toBe(LINES + 2);
  });

  it('stop when they are not wanted any more, and fail with the library', async () => {
    const controller = new AbortController();
    const seen: Part[] = [];
    const all = library(record('甲', ['路']), record('乙', ['路']));
    const stopped = concordance(all, request('路'), controller.signal, (part) => {
      seen.push(part);
      controller.abort();
    });
    await expect(stopped).rejects.toThrow('aborted');
    expect(seen).toHaveLength(1);
    const broken = { ...all, record: () => Promise.reject(new Error('gone')) };
    await expect(gather(broken, '路')).rejects.toThrow('gone');
  });

  it('keep to the tags asked for, and name them', () => {
    const years = [{ slug: '2024', label: '2024 年' }];
    const found = (asked: string) =>
      linesOf(record('甲', ['路'], { tags: { ...noTags, years } }), matcher('路'), { years: [asked] });
    expect(found('2023')).toBeNull();
    expect(found('2024')).toMatchObject({ filters: ['2024 年'], document: { year: years[0] } });
  });
});

describe('order', () => {
  const text = '造好路，北；好路安全。大路办好，修路北';
  const order = (kind: 'right' | 'left') =>
    sortLines(lines(text, '路'), [], kind).map((line) => line.text.slice(line.from - 1, line.to + 2));

  it('follows the characters outwards as a dictionary has them, punctuation aside', () => {
    expect(order('right')).toEqual(['好路安全', '大路办好', '修路北', '好路，北']);
    expect(order('left')).toEqual(['大路办好', '好路安全', '好路，北', '修路北']);
  });

  it('follows dates, the newest first, and titles as a dictionary has them', async () => {
    const { lines, documents } = await gather(
      library(
        record('甲', ['路路'], { date: '2020', title: '再说' }),
        record('乙', ['路'], { date: '2024-05', title: '按期' }),
        record('丙', ['路'], { title: '标准' }),
      ),
      '路',
    );
    const ids = (kind: 'date' | 'speech') =>
      sortLines(lines, documents, kind).map(({ document, ordinal }) => `${documents[document]?.id}${ordinal}`);
    expect(ids('date')).toEqual(['乙1', '甲1', '甲2', '丙1']);
    expect(ids('speech')).toEqual(['乙1', '丙1', '甲1', '甲2']);
  });
});

describe('groups', () => {
  it('are the characters beside the words up to a punctuation mark, redaction marks one character each', () => {
    const marks: Mark[] = [{ kind: 'redaction', from: 5, to: 7 }];
    const [first, second] = lines('要修ＡＩ路**南段，路。', '路', marks);
    if (!first || !second) throw new Error('both are found');
    expect(neighbours(first, 'next', 3)).toBe('*南段');
    expect(neighbours(first, 'next', 1)).toBe('*');
    expect(neighbours(first, 'previous', 3)).toBe('修ai');
    expect(neighbours(second, 'next', 2)).toBe('');
    expect(neighbours(second, 'previous', 2)).toBe('');
    expect(neighbours(lines('路*', '路')[0] ?? first, 'next', 2)).toBe('');
  });

  it('stand with the most frequent first', () => {
    const found = lines('路人。路上，路人', '路');
    expect(tally(found, (line) => neighbours(line, 'next', 2))).toEqual([
      { key: '人', count: 2 },
      { key: '上', count: 1 },
    ]);
  });
});

describe('export', () => {
  it('quotes every field and takes formulas for text', () => {
    const [line] = lines('=1+1,"路\n-', '路');
    if (!line) throw new Error('it is found');
    const document = { id: '甲', path: '', title: '＝危险', date: null, year: null, count: 1 };
    const names = { left: 'l', keyword: 'k', right: 'r', speech: 's', date: 'd', link: 'a' };
    expect(toCsv([exportedLine(line, document, 'https://example.test/#p1')], names)).toBe(
      '\ufeff"l","k","r","s","d","a"\r\n"\'=1+1,""","路","\'\n-","\'＝危险","","https://example.test/#p1"\r\n',
    );
  });
});

describe('address', () => {
  it('holds the whole state, and nothing that goes without saying', () => {
    const address = 'q=%E8%B7%AF&exact=1&topics=a&topics=b&years=2024&sort=left&by=previous&n=3&only=';
    expect(writeState(readState(address))).toBe(address);
    expect(readState(address)).toMatchObject({ only: '', filters: { topics: ['a', 'b'], years: ['2024'] } });
    expect(writeState(readState('?q=路&sort=right&by=next&n=2&exact=0'))).toBe('q=%E8%B7%AF');
    expect(readState('?n=9&sort=constructor&by=x')).toMatchObject({ length: 2, order: 'right', side: 'next' });
    expect(writeState({ ...readState(''), query: '长'.repeat(10_000) })).toBe('');
  });
});
