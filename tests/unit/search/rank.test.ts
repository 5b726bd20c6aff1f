import { describe, expect, it } from 'vitest';
import { verified } from '../../../src/search/found.ts';
import { matcher } from '../../../src/search/match.ts';
import { rank } from '../../../src/search/rank.ts';
import { noTags, type SearchBlock, type SearchRecord } from '../../../src/search/record.ts';

const OTHER = '这一段说的是别的事情，与所问无关。';

/** Blocks written `kind section text`: `title - …`, `heading s1 …`, `paragraph s1/s1-1 …`. */
function record(lines: string[], date: string | null = null): SearchRecord {
  const blocks = lines.map((line, i): SearchBlock => {
    const [kind = '', section = '', text = ''] = line.split(' ');
    const path = section === '-' ? [] : section.split('/');
    return { id: `b${i}`, kind: kind as SearchBlock['kind'], text, marks: [], places: [{ from: 0, path }] };
  });
  const meta = { id: 'a', path: '', title: '', titleDerived: false, date, place: null, tags: noTags, outline: {} };
  return { ...meta, blocks };
}

function ranked(query: string, lines: string[], date?: string) {
  const sought = matcher(query);
  const given = record(lines, date);
  return rank(given, sought.findAll(given.blocks) ?? [], sought);
}

const score = (query: string, lines: string[], date?: string) => ranked(query, lines, date).score;
const sections = (query: string, lines: string[]) => ranked(query, lines).sections;

describe('rank', () => {
  const many = Array.from({ length: 50 }, () => 'paragraph s1 消防要抓，消防要管，消防要查。');

  it('puts a title before a heading before the text, whatever the counts and dates', () => {
    const title = score('消防', ['title - 在全市消防工作会议上的讲话']);
    const heading = score('消防', ['heading s1 从细从严抓好消防工作', ...many], '2039-01-01');
    const text = score('消防', many, '2039-01-01');
    const aside = score('消防', ['heading s1 从细从严抓好消防工作']);
    expect(title).toBeGreaterThan(heading);
    expect(aside).toBeGreaterThan(text);
  });

  it('prefers a heading of nothing else', () => {
    expect(score('消防', ['heading s1 消防'])).toBeGreaterThan(score('消防', ['heading s1 消防、信访和值班']));
  });

  it('lifts the sections beneath a heading, less than the heading itself', () => {
    const found = sections('消防', ['heading s1 消防', 'paragraph s1/s1-1 消防', 'paragraph s2 消防']);
    const [own = 0, beneath = 0, elsewhere = 0] = ['s1', 's1-1', 's2'].map((id) => found.get(id));
    expect(own).toBeGreaterThan(beneath);
    expect(beneath).toBeGreaterThan(elsewhere);
  });

  it('counts how dense the passages are, and not how long the section is', () => {
    const dense = score('消防', ['paragraph s1 消防一。消防二。消防三。消防四。']);
    const filler = OTHER.repeat(20);
    const long = score('消防', [`paragraph s1 ${`消防。${filler}`.repeat(12)}`]);
    const once = score('消防', ['paragraph s1 消防']);
    expect(dense).toBeGreaterThan(long);
    expect(long - once).toBeLessThan(0.2);
  });

  it('prefers words near one another, best as they were asked for', () => {
    const texts = ['河道清淤', '清淤河道', '河道里的清淤', `河道。${OTHER}清淤`];
    const scores = texts.map((text) => score('河道 清淤', [`paragraph s1 ${text}`]));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
    const apart = score('河道 清淤', ['paragraph s1 河道、河道、河道', 'paragraph s1 清淤、清淤、清淤']);
    expect(apart).toBeLessThan(scores[2] ?? 0);
    const twiceFar = score('河道 清淤', [`paragraph s1 ${`河道。${OTHER}清淤。${OTHER}`.repeat(2)}`]);
    expect(twiceFar).toBeLessThan(scores[0] ?? 0);
  });

  it('takes a heading that names half of the words for much less, unless the title names the rest', () => {
    const half = (title: string) => sections('镇江 人才', [`title - ${title}`, 'heading s1 人才', 'paragraph s2 镇江']);
    expect(half('讲话').get('s1')).toBeLessThan(1);
    expect(half('在镇江的讲话').get('s1')).toBeGreaterThan(1);
  });

  it('puts words that never stand together above one of them alone, and below a heading that names one', () => {
    const lines = ['paragraph s1 河道', 'paragraph s1 清淤', 'paragraph s2 河道', 'heading s3 河道'];
    const [together = 0, one = 0, heading = 0] = ['s1', 's2', 's3'].map((id) => sections('河道 清淤', lines).get(id));
    expect(together).toBeGreaterThan(one);
    expect(together).toBeLessThan(heading);
  });

  it('takes a document for its best section, many weak ones count for little', () => {
    const weak = Array.from({ length: 30 }, (_, i) => `paragraph s${i} 消防`);
    expect(score('消防', weak)).toBeLessThan(score('消防', ['paragraph s1 消防一。消防二。消防三。消防四。']));
    expect(score('消防', weak)).toBeGreaterThan(score('消防', ['paragraph s1 消防']));
  });

  it('prefers the newer of two that are alike, and no more than that', () => {
    expect(score('消防', ['paragraph s1 消防'], '2024')).toBeGreaterThan(score('消防', ['paragraph s1 消防'], '2014'));
    expect(score('消防', ['paragraph s1 消防消防消防'])).toBeGreaterThan(score('消防', ['paragraph s1 消防'], '2030'));
  });
});

it('shows the lines of the best section first, each line from one section', () => {
  const given = record([
    'paragraph - 消防与别的',
    'paragraph s1 别的。消防',
    'heading s2 消防',
    'paragraph s2 消防消防',
  ]);
  const runin = given.blocks[1] as SearchBlock;
  runin.places = [
    { from: 0, path: [] },
    { from: 3, path: ['s1'] },
  ];
  runin.text = '消防。消防';
  const hits = verified(given, matcher('消防'), {})?.lines().hits ?? [];
  expect(hits.map(({ block, ordinal }) => `${block} ${ordinal}`)).toEqual(['b2 4', 'b3 5', 'b0 1', 'b1 2', 'b1 3']);
});
