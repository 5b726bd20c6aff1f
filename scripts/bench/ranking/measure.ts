/** How near an order comes to the best one: nDCG@5 over the judged queries. */
import { type BlockHits, matcher } from '../../../src/search/match.ts';
import { sectionAt } from '../../../src/search/rank.ts';
import type { SearchBlock, SearchRecord } from '../../../src/search/record.ts';
import type { JudgedSet } from './judged.ts';

const DEPTH = 5;

/** A document that matches, with the sections in which hits stand, in reading order. */
export interface Matching {
  record: SearchRecord;
  blocks: BlockHits<SearchBlock>[];
  sections: { id: string; hits: number }[];
}

/** A section of a document by its outline entry; the opening's id is empty. */
export interface Place {
  document: string;
  section: string;
}

/** Orders what matches a query: all sections, and (as on the page, which groups them) for each document the section that comes first. */
export interface Order {
  sections: Place[];
  leading: Place[];
}

export type Ranking = (query: string, matching: Matching[]) => Order | Promise<Order>;

/** nDCG of one order for one query. */
export interface Score {
  sections: number;
  leading: number;
}

/** Scores by query, in the order of the rankings. */
export async function measure(set: JudgedSet, rankings: readonly Ranking[]): Promise<Map<string, Score[]>> {
  const scores = new Map<string, Score[]>();
  for (const query of set.queries) {
    const matching = matchingOf(set.records, query);
    const orders = await Promise.all(rankings.map((ranking) => ranking(query, matching)));
    scores.set(
      query,
      scoresOf(orders, matching, (place) => set.grade(query, place.document, place.section)),
    );
  }
  return scores;
}

function scoresOf(orders: Order[], matching: Matching[], gradeOf: (place: Place) => number): Score[] {
  const grades = matching.map(({ record, sections }) =>
    sections.map(({ id }) => gradeOf({ document: record.id, section: id })),
  );
  const best = grades.map((each) => Math.max(...each));
  return orders.map(({ sections, leading }) => ({
    sections: ndcg(sections.map(gradeOf), grades.flat()),
    leading: ndcg(leading.map(gradeOf), best),
  }));
}

/** Of one ranking over all queries. @param nth its place among the rankings */
export function mean(scores: Map<string, Score[]>, nth: number, of: keyof Score): number {
  return [...scores.values()].reduce((sum, each) => sum + (each[nth]?.[of] ?? 0), 0) / scores.size;
}

/** Järvelin and Kekäläinen 2002, with the gain 2^grade − 1. @param possible the grades that could have been placed */
export function ndcg(placed: readonly number[], possible: readonly number[]): number {
  const best = dcg(possible.toSorted((a, b) => b - a));
  return best > 0 ? dcg(placed) / best : 1;
}

function dcg(grades: readonly number[]): number {
  return grades.slice(0, DEPTH).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
}

function matchingOf(records: readonly SearchRecord[], query: string): Matching[] {
  const sought = matcher(query);
  return records.flatMap((record) => {
    const blocks = sought.findAll(record.blocks);
    return blocks ? [{ record, blocks, sections: sectionsOf(blocks) }] : [];
  });
}

function sectionsOf(blocks: BlockHits<SearchBlock>[]): { id: string; hits: number }[] {
  const counts = new Map<string, number>();
  for (const { block, spans } of blocks)
    for (const { from } of spans) counts.set(sectionAt(block, from), (counts.get(sectionAt(block, from)) ?? 0) + 1);
  return [...counts].map(([id, hits]) => ({ id, hits }));
}
