/** The judged set: five speeches graded by hand, and generated ones whose grades follow from how they were made (see `criteria.md`). */
import type { SearchRecord } from '../../../src/search/record.ts';
import { speechRecord } from '../../../src/search/speech-record.ts';
import type { Speech } from '../../../src/text/speech.ts';
import { LibraryMaker } from '../library.ts';
import { Random } from '../random.ts';
import { draftOf, type Part, sectionsOf, speechOf } from './draft.ts';
import { grades, type Plant, Planter } from './plants.ts';

/** A query with the grades of sections of the real speeches, by speech and section; the opening's id is empty. Those not listed are 0. */
export interface JudgedQuery {
  query: string;
  speeches: Record<string, Record<string, number>>;
}

export interface JudgedSet {
  records: SearchRecord[];
  queries: string[];
  /** Grade of a section for one of the queries, 0–3. */
  grade(query: string, document: string, section: string): number;
}

const MADE = 200;
/** Generated speeches of which nothing is left but their sections, to lengthen others with. */
const FILLER = 20;

/** @param seed of the generated part */
export function judgedSet(speeches: readonly Speech[], judged: readonly JudgedQuery[], seed: number): JudgedSet {
  const random = new Random(seed);
  const drafts = [...new LibraryMaker(speeches, random).speeches(MADE + FILLER)].map(draftOf);
  const filler = drafts.splice(MADE).flatMap(({ parts }) => parts);
  const planter = new Planter(drafts, filler, random);
  for (const { query } of judged) planter.plant(wordsOf(query));
  const made = new Map(drafts.map((draft) => [draft.meta.id, sectionsOf(draft)]));
  const byHand = new Map(judged.map((each) => [each.query, each.speeches]));
  return {
    records: [...speeches, ...drafts.map(speechOf)].map(speechRecord),
    queries: judged.map(({ query }) => query),
    grade(query, document, section) {
      const part = made.get(document)?.get(section);
      return part ? gradeOfPart(part, wordsOf(query)) : (byHand.get(query)?.[document]?.[section] ?? 0);
    },
  };
}

export function wordsOf(query: string): string[] {
  return query.split(' ');
}

export function gradeOfPart(part: Part, sought: readonly string[]): number {
  return Math.max(incidental(part, sought), ...part.plants.map((plant) => gradeOfPlant(plant, sought)));
}

/** What a passage about a subject is worth to one who asks for the subject, for one of its words, or for more. */
function gradeOfPlant({ words, relation }: Plant, sought: readonly string[]): number {
  if (words.some((word) => sought.every((each) => word.includes(each)))) {
    if (words.length === 1) return grades[relation];
    return { ...grades, turns: grades.dense, scattered: grades.mention }[relation];
  }
  const named = sought.filter((each) => words.some((word) => word.includes(each)));
  if (named.length === sought.length) return grades[relation];
  const dealtWith = grades[relation] >= 2 || relation === 'turns';
  return named.length > 0 && dealtWith ? 1 : 0;
}

/** Words that came together by chance, or in a sentence of a real speech. */
function incidental({ heading, paragraphs }: Part, sought: readonly string[]): number {
  const sentences = [heading, ...paragraphs.flatMap(({ text }) => text.split(/[。！？]/u))];
  return sentences.some((sentence) => sought.every((word) => sentence.includes(word))) ? 1 : 0;
}
