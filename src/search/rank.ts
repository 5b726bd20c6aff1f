/**
 * How high sections and documents stand among those that match. Criteria, constants and figures: docs/decisions/0020.
 * Title ≫ heading ≫ nearness and density ≫ date: each is worth more than all that come after it together.
 */
import type { BlockHits, Matcher, Span } from './match.ts';
import type { SearchBlock, SearchRecord } from './record.ts';

const TITLE = 4;
const HEADING = 2;
/** On top for a heading or title that consists of nothing else. */
const COVER = 0.5;
/** Share of a heading's worth that goes to the sections beneath it. */
const BENEATH = 0.5;
/** Half of the words named is worth an eighth of the whole. */
const PARTLY = 3;
/** UTF-16 units in which passages are counted together: about one page of speech. */
const STRETCH = 400;
/** So many passages in a stretch are worth half of what any number is. */
const HALF = 2;
/** So many characters between the words of a query make a passage worth half. */
const NEAR = 8;
/** Words that stand in a section, but never near one another. */
const LOOSE = 0.1;
/** What all the other sections of a document add to its best. */
const REST = 0.1;
/** Per year from 2000 to 2040. */
const YEAR = 0.004;

export interface Ranked {
  score: number;
  /** Scores of the sections in which hits stand, in reading order. */
  sections: Map<string, number>;
}

/** The outline entry that a place stands under; empty in the opening of a document. */
export function sectionAt(block: SearchBlock, at: number): string {
  return pathAt(block, at).at(-1) ?? '';
}

/** What stands in a block, apart by sections. */
export function bySection<T extends Span>(block: SearchBlock, spans: readonly T[]): Map<string, T[]> {
  const sections = new Map<string, T[]>();
  for (const span of spans) {
    const id = sectionAt(block, span.from);
    const within = sections.get(id);
    if (within) within.push(span);
    else sections.set(id, [span]);
  }
  return sections;
}

export function rank(record: SearchRecord, blocks: BlockHits<SearchBlock>[], { needs }: Matcher): Ranked {
  const sections = read(record, blocks, needs.length);
  const title = named([...sections.values()].map((section) => section.title));
  const date = recency(record);
  const scores = new Map<string, number>();
  for (const [id, section] of sections) {
    const above = named(section.above.map((entry) => sections.get(entry)?.heading));
    scores.set(id, sectionScore(section, above, title, needs.length) + date);
  }
  const [best = 0, ...others] = [...scores.values()].sort((a, b) => b - a);
  const rest = others.reduce((sum, score) => sum + score, 0);
  return { score: best + (REST * rest) / (1 + rest), sections: scores };
}

/** Words of the query in a heading. */
interface Naming {
  groups: Set<number>;
  /** Characters of hits, and of the heading. */
  covered: number;
  length: number;
}

interface Section {
  title: Naming;
  heading: Naming;
  /** Entries above it. */
  above: string[];
  groups: Set<number>;
  /** Where all words stand together: offset in the document, and from 0 to 1 how near one another. */
  passages: { at: number; weight: number }[];
}

/** Sections in reading order with what stands in them. */
function read(record: SearchRecord, blocks: BlockHits<SearchBlock>[], count: number): Map<string, Section> {
  const offsets = new Map<SearchBlock, number>();
  let offset = 0;
  for (const block of record.blocks) {
    offsets.set(block, offset);
    offset += block.text.length;
  }
  const sections = new Map<string, Section>();
  for (const { block, byGroup } of blocks) {
    for (const [id, words] of bySection(block, wordsOf(byGroup))) {
      const section = sections.get(id) ?? empty(pathAt(block, words[0]?.from ?? 0).slice(0, -1));
      sections.set(id, section);
      for (const word of words) note(section, block, word);
      for (const { at, weight } of passages(words, count))
        section.passages.push({ at: at + (offsets.get(block) ?? 0), weight });
    }
  }
  return sections;
}

interface Word extends Span {
  group: number;
}

function wordsOf(byGroup: Span[][]): Word[] {
  return byGroup.flatMap((spans, group) => spans.map((span) => ({ ...span, group }))).sort((a, b) => a.from - b.from);
}

function empty(above: string[]): Section {
  const naming = () => ({ groups: new Set<number>(), covered: 0, length: 1 });
  return { title: naming(), heading: naming(), above, groups: new Set(), passages: [] };
}

function note(section: Section, block: SearchBlock, { from, to, group }: Word): void {
  section.groups.add(group);
  const heading = headingAt(block, from, to);
  if (!heading) return;
  const naming = block.kind === 'title' ? section.title : section.heading;
  naming.groups.add(group);
  naming.covered += to - from;
  naming.length = heading.to - heading.from;
}

function headingAt(block: SearchBlock, from: number, to: number): Span | undefined {
  if (block.kind === 'title' || block.kind === 'heading') return { from: 0, to: block.text.length };
  return block.marks.find((mark) => mark.kind === 'runin' && mark.from <= from && to <= mark.to);
}

/** The closest places at which every group of the query has a word; no word counts twice. */
function passages(words: Word[], count: number): Section['passages'] {
  const found: Section['passages'] = [];
  const last = new Map<number, Word>();
  for (const word of words) {
    last.set(word.group, word);
    if (last.size < count) continue;
    const all = [...last.values()];
    found.push({ at: Math.min(...all.map(({ from }) => from)), weight: nearness(all) });
    last.clear();
  }
  return found;
}

/** 1 where the words stand together as they were asked for. */
function nearness(words: Word[]): number {
  const sorted = words.toSorted((a, b) => a.from - b.from);
  const between = sorted.slice(1).map(({ from }, i) => Math.max(0, from - (sorted[i]?.to ?? from)));
  const gap = between.reduce((sum, each) => sum + each, 0);
  const phrase = gap === 0 && sorted.every(({ group }, i) => group === i);
  return phrase ? 1 : NEAR / (NEAR + 1 + gap);
}

function sectionScore(section: Section, above: Set<number>, title: Set<number>, count: number): number {
  const share = (groups: Set<number>) => (groups.size / count) ** PARTLY;
  const known = new Set([...above, ...title]);
  return (
    naming(section.title, TITLE, new Set(), count) +
    naming(section.heading, HEADING, known, count) +
    HEADING * BENEATH * share(above) +
    density(section.passages) +
    LOOSE * share(new Set([...section.groups, ...known]))
  );
}

/** What a heading is worth that names the words; those that stand above it already count half. */
function naming({ groups, covered, length }: Naming, worth: number, known: Set<number>, count: number): number {
  if (groups.size === 0) return 0;
  const before = [...known].filter((group) => !groups.has(group)).length;
  const share = (groups.size + before / 2) / count;
  return (worth + COVER * Math.min(1, covered / length)) * share ** PARTLY;
}

/** Passages in the densest stretch, so that mere length adds nothing; the more there are, the less one more adds. */
function density(passages: Section['passages']): number {
  let [best, weight, first] = [0, 0, 0];
  for (const passage of passages) {
    weight += passage.weight;
    for (let out = passages[first]; out && out.at < passage.at - STRETCH; out = passages[++first]) weight -= out.weight;
    best = Math.max(best, weight);
  }
  return best / (best + HALF);
}

function recency({ date }: SearchRecord): number {
  return YEAR * Math.min(40, Math.max(0, Number(date?.slice(0, 4) ?? 0) - 2000));
}

function named(namings: (Naming | undefined)[]): Set<number> {
  return new Set(namings.flatMap((each) => [...(each?.groups ?? [])]));
}

function pathAt(block: SearchBlock, at: number): string[] {
  return block.places.findLast(({ from }) => from <= at)?.path ?? [];
}
