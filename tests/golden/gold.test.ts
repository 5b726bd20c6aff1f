/** The five copies of the library against what a careful human editor made of them, field by field. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { readSources } from '../../scripts/lib/sources.ts';
import { normalize } from '../../scripts/normalize/index.ts';
import { inspection } from '../../scripts/normalize/inspection.ts';

interface GoldEntry {
  marker: string;
  heading: string;
  level: number;
  kind: string;
  inBody: boolean;
}

interface Gold {
  titleAccept: string[];
  titleDerived: boolean;
  delivered: string | null;
  published: string | null;
  place: string | null;
  speaker: object | null;
  issuer: string | null;
  event: string | null;
  eventAccept?: string[];
  genre: string;
  sourceSite: string | null;
  completeness: string;
  salutation: string | null;
  redactionMarks: number;
  bodyFirstSentence: string;
  bodyLastSentence: string;
  danglingTail: string | null;
  outline: GoldEntry[];
  debris: { line: number; text: string }[];
}

interface Inspection {
  [field: string]: unknown;
  title: string;
  outline: { marker: string; heading: string; level: number; kind: string; present: boolean }[];
  blocks: { kind: string; text: string; marks?: { kind: string }[] }[];
  findings: { code: string; lines: [number, number]; text: string }[];
}

const folder = new URL('../fixtures/gold/', import.meta.url);
const gold = new Map(
  readdirSync(folder).map((name) => [
    basename(name, '.json'),
    JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Gold,
  ]),
);
const sources = readSources(root).filter(({ knowledge }) => gold.has(knowledge.id));

/** What may be missing where nobody's knowledge is used. */
const MISSED_WHEN_BARE: { [id: string]: string[] } = {
  'advanced-manufacturing-parks': ['提高思想认识', '把握工作重点'],
  'iot-industry-cluster': ['title'],
  'lanxi-new-quality-productive-forces': ['title'],
};

test('every copy has its gold', () => {
  expect(sources.map(({ knowledge }) => knowledge.id).sort()).toEqual([...gold.keys()].sort());
  expect(gold.size).toBe(5);
});

test('no copy needs more than three overrides', () => {
  for (const { knowledge } of sources) expect(knowledge.overrides.length).toBeLessThanOrEqual(3);
});

for (const { source, sha256, knowledge } of sources) {
  const truth = gold.get(knowledge.id) as Gold;
  for (const bare of [false, true]) {
    const missed = bare ? (MISSED_WHEN_BARE[knowledge.id] ?? []) : [];
    describe(`${knowledge.id}${bare ? ', bare' : ''}`, async () => {
      const found = inspection('copy.txt', await normalize(source, bare ? null : knowledge, sha256)) as Inspection;
      const fields = [
        'titleDerived',
        'delivered',
        'published',
        'place',
        'speaker',
        'issuer',
        'genre',
        'sourceSite',
        'completeness',
        'salutation',
      ] as const;

      test.each(fields)('%s', (field) => {
        expect(found[field]).toEqual(truth[field]);
      });

      test('title', () => {
        if (missed.includes('title')) expect(found.titleDerived).toBe(true);
        else expect(truth.titleAccept).toContain(found.title);
      });

      test('event', () => {
        expect(truth.eventAccept ?? [truth.event]).toContain(found.event);
      });

      test('outline', () => {
        const known = (entry: { heading: string }) => !missed.some((heading) => entry.heading.startsWith(heading));
        const entries = found.outline.map(({ marker, heading, level, kind, present }) => ({
          marker,
          heading,
          level,
          kind,
          inBody: present,
        }));
        expect(entries.filter(known)).toEqual(truth.outline.filter(known));
        expect(entries.map(({ marker, level }) => ({ marker, level }))).toEqual(
          truth.outline.map(({ marker, level }) => ({ marker, level })),
        );
      });

      test('first and last sentence', () => {
        const body = found.blocks
          .filter(({ kind }) => kind === 'paragraph' || kind === 'heading')
          .map(({ text }) => text);
        expect(body.join('').startsWith(truth.bodyFirstSentence)).toBe(true);
        expect(body.at(-1)?.endsWith(truth.bodyLastSentence + (truth.danglingTail ?? ''))).toBe(true);
      });

      test('debris is removed, and nothing else', () => {
        const removed = found.findings.filter(({ code }) => code.startsWith('removed-'));
        for (const { line, text } of truth.debris) {
          const hit = removed.find((finding) => finding.lines[0] === line && finding.text.includes(text));
          expect(hit, `${line}: ${text}`).toBeDefined();
        }
        for (const finding of removed) {
          const named = truth.debris.some(
            ({ line, text }) => finding.lines[0] === line && finding.text.trim() === text.trim(),
          );
          expect(named, `${finding.code}: ${finding.text}`).toBe(true);
        }
      });

      test('redaction marks', () => {
        const marks = found.blocks.flatMap((block) => block.marks ?? []).filter(({ kind }) => kind === 'redaction');
        expect(marks.length).toBe(truth.redactionMarks);
      });
    });
  }
}
