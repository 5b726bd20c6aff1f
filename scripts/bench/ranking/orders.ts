/** The orders that are compared: ours as the page shows it, and two that know next to nothing. */

import { byRank, verified } from '../../../src/search/found.ts';
import { matcher } from '../../../src/search/match.ts';
import { rank, sectionAt } from '../../../src/search/rank.ts';
import type { SearchRecord } from '../../../src/search/record.ts';
import type { Matching, Order, Place, Ranking } from './measure.ts';

/** As results are shown: each document led by the section of its first line. */
export const ours: Ranking = (query, matching) => {
  const sought = matcher(query);
  const sections = matching.flatMap(({ record, blocks }) =>
    [...rank(record, blocks, sought).sections].map(([id, score]) => ({ ...place(record, id), score })),
  );
  const documents = matching.flatMap(({ record }) => {
    const document = verified(record, sought, {})?.lines();
    return document ? [{ record, document }] : [];
  });
  const sorted = documents.toSorted((a, b) => byRank(a.document, b.document));
  return {
    sections: sections.toSorted((a, b) => b.score - a.score),
    leading: sorted.map(({ record, document }) => {
      const [line] = document.hits;
      const block = record.blocks.find(({ id }) => id === line?.block);
      return place(record, block && line ? sectionAt(block, line.at) : '');
    }),
  };
};

/** By title, sections as they are read. */
export const alphabetical: Ranking = (_, matching) => inTurn(matching.toSorted(byTitle));

/** Most hits first, of sections as of documents. */
export const frequency: Ranking = (_, matching) => {
  const documents = matching
    .toSorted(byTitle)
    .map((each) => ({ ...each, sections: each.sections.toSorted((a, b) => b.hits - a.hits) }));
  const total = ({ sections }: Matching) => sections.reduce((sum, { hits }) => sum + hits, 0);
  const sections = documents.flatMap(({ record, sections }) => sections.map((section) => ({ ...section, record })));
  return {
    sections: sections.toSorted((a, b) => b.hits - a.hits).map(({ record, id }) => place(record, id)),
    leading: inTurn(documents.toSorted((a, b) => total(b) - total(a))).leading,
  };
};

function inTurn(documents: Matching[]): Order {
  return {
    sections: documents.flatMap(({ record, sections }) => sections.map(({ id }) => place(record, id))),
    leading: documents.map(({ record, sections }) => place(record, sections[0]?.id ?? '')),
  };
}

function byTitle(a: Matching, b: Matching): number {
  return a.record.title < b.record.title ? -1 : a.record.title > b.record.title ? 1 : 0;
}

function place({ id }: SearchRecord, section: string): Place {
  return { document: id, section };
}
