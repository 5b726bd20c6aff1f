import { expect, test } from 'vitest';
import { explain, findingName } from '../../../src/data/finding-kinds.ts';
import { codeTotals, compareStates, sourceState } from '../../../src/data/source-state.ts';
import type { Account } from '../../../src/text/account.ts';
import { publishedText } from '../../../src/text/account.ts';
import { sampleSpeech } from '../../sample.ts';

const text = publishedText(sampleSpeech);
const SHA = '0'.repeat(64);

type Finding = Account['findings'][number];

/** A finding on the first place of some words of the sample. */
function on(words: string, more: Partial<Finding> = {}): Finding {
  const from = text.indexOf(words);
  const line = text.slice(0, from).split('\n').length;
  return {
    code: 'doubt-year',
    severity: 'warning',
    lines: [line, line],
    at: [from, from + words.length],
    text: words,
    message: '说不准：请核对。',
    ...more,
  };
}

function stateOf(...findings: Finding[]) {
  return sourceState(sampleSpeech, { source: 'sources/sample-speech.txt', sha256: SHA, edits: [], findings });
}

const removal = on('同志们', { code: 'removed-site-fields', severity: 'info', message: '移出正文：网站的栏目' });

test('a doubt stands in the words of its line', () => {
  const [doubt] = stateOf(on('样例工作')).doubts;
  expect(doubt).toMatchObject({ line: 1, what: '说不准。', todo: '请核对。' });
  expect(doubt?.excerpt).toEqual({ before: '在全市', place: '样例工作', after: '会议上的讲话' });
});

test('where something is missing the place is empty, at the end of a line and of the text', () => {
  const end = text.indexOf('\n');
  const cut = { at: [end, end], text: '', lines: [1, 1] } satisfies Partial<Finding>;
  expect(stateOf(on('在', cut)).doubts[0]?.excerpt).toEqual({
    before: '在全市样例工作会议上的讲话',
    place: '',
    after: '',
  });
  const last = stateOf(on('在', { ...cut, at: [text.length, text.length] })).doubts[0]?.excerpt;
  expect(last).toMatchObject({ place: '', after: '' });
  expect(text.endsWith(last?.before.replace('…', '') ?? '-')).toBe(true);
});

test('errors come first, information is grouped by code', () => {
  const error = on('讲话', { severity: 'error', code: 'conflict-date' });
  const state = stateOf(on('样例'), removal, { ...removal, lines: [9, 9] }, error);
  expect(state.doubts.map(({ code }) => code)).toEqual(['conflict-date', 'doubt-year']);
  expect(state.counts).toEqual({ error: 1, warning: 1, info: 2 });
  expect(state.notes).toEqual([
    {
      code: 'removed-site-fields',
      severity: 'info',
      count: 2,
      firstLine: 2,
      lastLine: 9,
      what: '移出正文。',
      why: '网站的栏目。',
    },
  ]);
});

test('sources with errors, then with more warnings, come first', () => {
  const [clean, doubtful, wrong] = [stateOf(removal), stateOf(on('样例')), stateOf(on('样例', { severity: 'error' }))];
  expect([clean, doubtful, wrong].sort(compareStates)).toEqual([wrong, doubtful, clean]);
});

test('totals count findings and the sources that have them', () => {
  expect(codeTotals([stateOf(removal, removal, on('样例')), stateOf(removal)])).toEqual([
    { code: 'doubt-year', severity: 'warning', findings: 1, sources: 1 },
    { code: 'removed-site-fields', severity: 'info', findings: 3, sources: 2 },
  ]);
  expect(codeTotals([])).toEqual([]);
});

test('a message is taken apart: statement, reason, advice', () => {
  expect(explain({ code: 'x', message: '甲：乙：请丙。' })).toMatchObject({ what: '甲：乙。', todo: '请丙。' });
  expect(explain({ code: 'x', message: '甲。理由：乙。' })).toMatchObject({ what: '甲。', why: '乙。' });
  expect(explain({ code: 'x', message: '申请甲' }).what).toBe('申请甲。');
});

test('a code is known by its beginning, an unknown one has a name too', () => {
  expect(findingName('removed-breadcrumb')).toBe('移出');
  expect(findingName('doubt-year')).toBe('年份存疑');
  expect(findingName('doubt-place')).toBe('存疑');
  expect(findingName('brand-new')).toBe('其他');
});
