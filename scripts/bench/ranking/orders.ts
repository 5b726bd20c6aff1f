/** The orders that are compared: ours as the page shows it, and two that know next to nothing. */
import type { SearchRecord } from '../../../src/search/record.ts';
import type { Matching, Order, Place, Ranking } from './measure.ts';

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
