/** A small speech with every kind of block and mark, for tests. */
import type { Speech } from '../src/text/speech.ts';

export const sampleSpeech: Speech = {
  meta: {
    id: 'sample-speech',
    title: '在全市样例工作会议上的讲话',
    titleDerived: false,
    delivered: null,
    issued: null,
    published: '2024-10-09',
    place: null,
    speaker: { name: null, role: '样例市委书记' },
    issuer: null,
    event: '全市样例工作会议',
    genre: '讲话',
    sourceSite: '样例网',
    completeness: 'truncated',
    topics: ['artificial-intelligence'],
    statedLength: null,
    source: { file: 'sample-speech.txt', originalName: 'a.txt', sha256: '0'.repeat(64), rights: '测试用' },
  },
  outline: [
    { id: 's1', level: 1, marker: '一、', heading: '认清大势', kind: 'heading', present: true },
    { id: 's1-1', level: 2, marker: '（一）', heading: '要增强使命感', kind: 'runin', present: true },
    { id: 's1-2', level: 2, marker: '（二）', heading: '要坚定自信心', kind: 'runin', present: false },
    { id: 's2', level: 1, marker: '二、', heading: '抓好{落实}', kind: 'heading', present: true },
    { id: 's2-1', level: 2, marker: '一是', heading: '建好平台', kind: 'runin', present: true },
  ],
  blocks: [
    { kind: 'title', id: 'title', section: null, text: '在全市样例工作会议上的讲话', marks: [] },
    { kind: 'salutation', id: 'salutation', section: null, text: '同志们：', marks: [] },
    {
      kind: 'paragraph',
      id: 'p1',
      section: null,
      text: '**市人工智能产业增长×%，“4+1”格局形成。',
      marks: [
        { kind: 'redaction', from: 0, to: 2 },
        { kind: 'redaction', from: 11, to: 12 },
      ],
    },
    { kind: 'heading', id: 's1', section: 's1', text: '一、认清大势', marks: [], level: 1 },
    {
      kind: 'paragraph',
      id: 'p2',
      section: 's1',
      text: '（一）要增强使命感。1. 不是列表，<b>也不是</b>{代码}。',
      marks: [{ kind: 'runin', from: 0, to: 10, id: 's1-1' }],
    },
    { kind: 'omission', id: 'o1', section: 's1', characters: 876, cause: 'notice', absent: ['s1-2'] },
    { kind: 'heading', id: 's2', section: 's2', text: '二、抓好{落实}', marks: [], level: 1 },
    {
      kind: 'paragraph',
      id: 'p3',
      section: 's2',
      text: '一是建好平台。使用MEMS传感器_与_其他。',
      marks: [{ kind: 'runin', from: 0, to: 7, id: 's2-1' }],
    },
    { kind: 'omission', id: 'o2', section: 's2', characters: null, cause: 'cut', absent: [] },
  ],
};
