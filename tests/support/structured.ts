/** A speech with a table, notes and paragraphs beside the text, of our own invention. */
import type { Block, Speech } from '../../src/text/speech.ts';
import { sampleSpeech } from '../sample.ts';

const cell = { header: false, columns: 1, rows: 1 };

const blocks: Block[] = [
  { kind: 'title', id: 'title', section: null, text: '在全县社区食堂建设现场会上的讲话', marks: [] },
  {
    kind: 'paragraph',
    id: 'p1',
    section: null,
    text: '补助资金按实际就餐人次拨付[1]，每季度公布一次。价格表另见[1]。',
    marks: [
      { kind: 'note', from: 13, to: 16, id: 'n1' },
      { kind: 'note', from: 30, to: 33, id: 'n1' },
    ],
  },
  { kind: 'paragraph', id: 'p2', section: null, text: '表1　各镇街食堂情况', marks: [], role: 'caption' },
  {
    kind: 'table',
    id: 't1',
    section: null,
    text: '\t食堂\n镇街\t家数\t**人次\n老街镇①\t6\t512\n7\t',
    marks: [
      { kind: 'redaction', from: 10, to: 12 },
      { kind: 'note', from: 18, to: 19, id: 'n2' },
    ],
    rows: [
      [
        { ...cell, header: true },
        { header: true, columns: 2, rows: 1 },
      ],
      [{ ...cell, header: true }, cell, cell],
      [{ ...cell, rows: 2 }, cell, cell],
      [cell, cell],
    ],
  },
  { kind: 'paragraph', id: 'p3', section: null, text: '云溪县民政局', marks: [], role: 'signature' },
  {
    kind: 'note',
    id: 'n1',
    section: null,
    text: '[1] 就餐人次以刷卡记录为准。',
    marks: [{ kind: 'note', from: 0, to: 3, id: 'n1' }],
  },
  {
    kind: 'note',
    id: 'n2',
    section: null,
    text: '①含一家助餐点。',
    marks: [{ kind: 'note', from: 0, to: 1, id: 'n2' }],
  },
];

export const structuredSpeech: Speech = { ...sampleSpeech, outline: [], blocks };
