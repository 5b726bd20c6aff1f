import { describe, expect, it } from 'vitest';
import { ALL } from '../../../src/search/findings.ts';
import { Forms, formsOf } from '../../../src/search/forms.ts';
import type { Library } from '../../../src/search/library.ts';
import { type SearchRequest, search } from '../../../src/search/query.ts';
import { noTags, type SearchRecord } from '../../../src/search/record.ts';
import { suggestions } from '../../../src/search/suggest.ts';
import type { Word, Words } from '../../../src/search/words.ts';
import { fold } from '../../../src/text/fold.ts';

const running = new AbortController().signal;
const forms = [['業', '业']] as const;

function record(id: string, topic: string, ...texts: string[]): SearchRecord {
  const blocks = texts.map((text, i) => {
    const kind = i === 0 ? ('title' as const) : ('paragraph' as const);
    return { id: `p${i}`, kind, text, marks: [], places: [{ from: 0, path: [] }] };
  });
  const tags = { ...noTags, topics: [{ slug: topic, label: topic }] };
  return { id, path: '', title: id, titleDerived: true, date: null, place: null, tags, outline: {}, blocks };
}

const records = [
  record('a', 'ai', '在大会上的讲话', '大力发展人工智能、机器人产业。银行行动快。'),
  record('b', 'chips', '在人才工作会议上的讲话', '发展集成电路产业，新质生产力。'),
  record('c', 'chips', '开幕致辞', '招商引资，产业集群。'),
];
const words: Word[] = [
  ['产业', 3, 'chan ye'],
  ['发展', 2, 'fa zhan'],
  ['人工智能', 1, 'ren gong zhi neng'],
  ['机器人', 1, 'ji qi ren'],
  ['集成电路', 1, 'ji cheng dian lu'],
  ['新质生产力', 1, 'xin zhi sheng chan li'],
  ['招商引资', 1, 'zhao shang yin zi'],
  ['银行', 1, 'yin hang'],
  ['行动', 1, 'xing dong'],
];

interface Counted extends Library, Words {
  listRead: number;
}

function library(): Counted {
  const key = (text: string) => new Forms(forms).key(fold(text));
  return {
    listRead: 0,
    candidates: async (needs) => {
      const holds = (each: SearchRecord, reading: string) =>
        each.blocks.some(({ text }) => key(text).includes(key(reading)));
      return [...records.entries()]
        .filter(([, each]) =>
          needs.every((group) => group.some(({ readings }) => readings.some((one) => holds(each, one)))),
        )
        .map(([document]) => ({ document, promise: 0 }));
    },
    catalogue: async () => ({
      stamp: 0,
      index: { engine: 'postings', buckets: 1 },
      version: '',
      documents: 3,
      characters: 0,
      forms,
    }),
    record: async (document) => records[document] ?? Promise.reject(new Error(String(document))),
    async words() {
      this.listRead++;
      return words;
    },
  };
}

async function suggest(query: string, request: Partial<SearchRequest> = {}, among = library()) {
  const asked: SearchRequest = { query, exactForms: false, filters: {}, order: 'rank', ...request };
  const findings = await search(among, asked, ALL, running);
  const found = await suggestions(among, asked, findings, running);
  for (const { query } of found) {
    const { count } = await search(among, { ...asked, query }, ALL, running);
    expect(count, query).toBeGreaterThan(0);
  }
  return found.map(({ kind, query, documents }) => [kind, query, ...(documents === null ? [] : [documents])]);
}

describe('suggestions', () => {
  it.each([
    ['rgzn', [['pinyin', '人工智能', 1]]],
    ['ren gong zhi neng', [['pinyin', '人工智能', 1]]],
    ["Ren'Gong", [['pinyin', '人工智能', 1]]],
    ['yinhang', [['pinyin', '银行', 1]]],
    ['xingdong', [['pinyin', '行动', 1]]],
    [
      'rgzn 机器人',
      [
        ['pinyin', '人工智能 机器人'],
        ['part', '机器人'],
      ],
    ],
    ['fazhan jqr', [['pinyin', '发展 机器人']]],
    ['标题:rencai', []],
    [
      '人工只能',
      [
        ['near', '人工智能', 1],
        ['part', '人工'],
      ],
    ],
    [
      '工人智能',
      [
        ['near', '人工智能', 1],
        ['part', '智能'],
      ],
    ],
    [
      '招商引智',
      [
        ['near', '招商引资', 1],
        ['part', '招商引'],
      ],
    ],
    [
      '集成路电',
      [
        ['near', '集成电路', 1],
        ['part', '集成'],
      ],
    ],
    [
      '人工只能 产业',
      [
        ['near', '人工智能 产业'],
        ['part', '产业'],
        ['part', '人工 产业'],
      ],
    ],
    [
      '大力发展人工智慧和集成电路产业',
      [
        ['part', '大力发展人工智'],
        ['part', '集成电路产业'],
      ],
    ],
    [
      '招商 集成',
      [
        ['part', '集成'],
        ['part', '招商'],
      ],
    ],
    ['产业 -产业', [['part', '产业']]],
    ['"人工智能，机器人"', [['part', '人工智能，机器人']]],
    ['"人工智能；机器人，芯片"', []],
    ['"人工智能；机器人；产业"', [['part', '人工智能；机器人；产业']]],
    [
      '人才，机器人。产业',
      [
        ['part', '机器人产业'],
        ['part', '人才'],
      ],
    ],
    ['"集成电路；产业"', [['part', '集成电路；产业']]],
    [
      '集成电路；力',
      [
        ['near', '集成电路', 1],
        ['part', '集成电路 力'],
      ],
    ],
    ['招商 集成 新质生产力 人才', [['part', '集成 新质生产力 人才']]],
    ['招商 产业集群 人工智能 机器人', [['part', '人工智能 机器人']]],
    ['标题:招商', [['part', '招商']]],
    ['人工智能產業群', [['part', '人工智能']]],
    ['鸜鹆龘靐', []],
    ['|||', []],
    ['', []],
  ])('%s', async (query, expected) => expect(await suggest(query)).toEqual(expected));

  it('offers nothing under filters that only other documents pass', async () => {
    const filters = { topics: ['chips'] };
    expect(await suggest('rgzn', { filters })).toEqual([]);
    expect(await suggest('jcdl', { filters })).toEqual([['pinyin', '集成电路']]);
    expect(await suggest('人工智能', { filters })).toEqual([]);
  });

  it('finds words in other forms, and not where forms are to be exact', async () => {
    expect(formsOf(forms)).toBe(formsOf(forms));
    expect(await suggest('產業集羣')).not.toEqual([]);
    expect(await suggest('集群産業')).toEqual([['part', '集群']]);
    expect(await suggest('業集群', { exactForms: true })).toEqual([['part', '集群']]);
  });

  it('gives numbers only where they hold for the request', async () => {
    expect(await suggest('rgzn', { exactForms: true })).toEqual([['pinyin', '人工智能']]);
    expect(await suggest('rgzn', { filters: { topics: [] } })).toEqual([['pinyin', '人工智能', 1]]);
  });

  it('takes queries of any length and kind', async () => {
    for (const query of [
      '长'.repeat(10_000),
      '人 '.repeat(5_000),
      '甲|'.repeat(5_000),
      'a'.repeat(10_000),
      '"|-',
      '\ud83d',
      '-甲 "乙',
      '标题:',
    ]) {
      for (const [, found] of await suggest(query)) expect(found).not.toBe('');
    }
  });

  it('reads the list of words only for letters and where nothing is found', async () => {
    const among = library();
    expect(await suggest('产业', {}, among)).toEqual([]);
    expect(among.listRead).toBe(0);
    await suggest('没有的词', {}, among);
    expect(among.listRead).toBe(1);
  });

  it('stops once it is aborted', async () => {
    const stopped = new AbortController();
    stopped.abort();
    const asked: SearchRequest = { query: 'rgzn', exactForms: false, filters: {}, order: 'rank' };
    await expect(suggestions(library(), asked, { count: 0, complete: true }, stopped.signal)).rejects.toThrow();
  });
});
