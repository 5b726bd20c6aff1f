import fc from 'fast-check';
import { expect, test } from 'vitest';
import { english } from '../../../scripts/add/english.ts';
import { proposeId } from '../../../scripts/add/id.ts';
import { topics } from '../../../src/data/topics.ts';
import { type Meta, metaSchema } from '../../../src/text/speech.ts';

function meta(title: string, more: Partial<Meta> = {}): Meta {
  return {
    id: 'unknown',
    title,
    subtitle: null,
    titleDerived: false,
    delivered: null,
    deliveredUntil: null,
    issued: null,
    published: null,
    place: null,
    speaker: null,
    issuer: null,
    documentNumber: null,
    event: null,
    genre: '讲话',
    sourceSite: null,
    completeness: 'complete',
    topics: [],
    statedLength: null,
    source: { file: 'a.txt', originalName: 'a.txt', sha256: '0'.repeat(64), rights: '测试' },
    ...more,
  };
}

const none: ReadonlySet<string> = new Set();

test.each([
  ['place and subject', meta('在全市人工智能产业推进会上的讲话', { place: '江苏省镇江市' }), 'zhenjiang-ai-industry'],
  ['no place', meta('在物联网产业集群座谈会上的讲话'), 'iot-industry-cluster'],
  [
    'the smallest place, which the title repeats',
    meta('兰溪市招商工作讲话', { place: '浙江省金华市兰溪市' }),
    'lanxi-investment',
  ],
  ['a name with ü, spelled with v', meta('在全市旅游大会上的讲话', { place: '山西省吕梁市' }), 'lvliang-tourism'],
  ['a name read in its own way', meta('在全市旅游大会上的讲话', { place: '重庆市' }), 'chongqing-tourism'],
  ['a subject without English is spelled', meta('在全市信访工作会议上的讲话'), 'xinfang'],
  ['a year that is a date', meta('在信访工作会议上的讲话', { delivered: '2023-05-01' }), 'xinfang-2023'],
  ['the year of a document', meta('在信访工作会议上的讲话', { issued: '2022' }), 'xinfang-2022'],
  ['a year of the title alone is no date', meta('在2022年信访工作会议上的讲话'), 'xinfang'],
  ['the day of posting is no date', meta('在信访工作会议上的讲话', { published: '2024-10-09' }), 'xinfang'],
  [
    'the speaker’s office is no subject',
    meta('开发区书记在物流大会上的讲话', { speaker: { name: null, role: '开发区书记' } }),
    'logistics',
  ],
  ['the event where the title says nothing', meta('在会议上的讲话', { event: '消防工作会议' }), 'fire-safety'],
  [
    'the topics before a made-up title that says little',
    meta('建设现代化产业体系', { titleDerived: true, topics: ['internet-of-things', 'talent'] }),
    'iot-talent',
  ],
  ['nothing to go by', meta('在会议上的讲话'), 'speech'],
  [
    'nothing but a place and a day',
    meta('在会议上的讲话', { place: '江苏省镇江市', delivered: '2023-05-01' }),
    'zhenjiang-speech-2023',
  ],
])('%s', (_, given, id) => {
  expect(proposeId(given, none)).toBe(id);
});

test('a taken id gets the next number', () => {
  const given = meta('在机器人大会上的讲话');
  expect(proposeId(given, new Set(['robotics']))).toBe('robotics-2');
  expect(proposeId(given, new Set(['robotics', 'robotics-2']))).toBe('robotics-3');
});

test('every word of every topic has English', () => {
  const known = new Set(english.map(([chinese]) => chinese));
  expect(topics.flatMap(({ words }) => words).filter((word) => !known.has(word))).toEqual([]);
});

test('no word is hidden behind a shorter one that it begins with', () => {
  const hidden = english.filter(([word], index) => english.slice(0, index).some(([before]) => word.startsWith(before)));
  expect(hidden).toEqual([]);
});

test('whatever the title, the id is valid, short and the same again', () => {
  const character = fc.constantFrom(...'在全市关于人工智能产业的讲话第八次会议重庆绿ＡI-—“”0㐀𠮷é');
  fc.assert(
    fc.property(
      fc.array(fc.oneof(character, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 60 }),
      (parts) => {
        const given = meta(parts.join('') || '无');
        const id = proposeId(given, none);
        expect(metaSchema.shape.id.safeParse(id).success).toBe(true);
        expect(id.length).toBeLessThanOrEqual(60);
        expect(proposeId(given, none)).toBe(id);
      },
    ),
  );
});
