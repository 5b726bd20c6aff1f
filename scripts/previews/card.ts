/** What a preview picture says of a speech. */
import { completenessNames } from '../../src/data/completeness.ts';
import { bestDate } from '../../src/data/known-date.ts';
import { site } from '../../src/data/site.ts';
import { words } from '../../src/data/words.ts';
import type { Speech } from '../../src/text/speech.ts';

export interface Card {
  title: string;
  /** Small words beside the title, e.g. 拟题; null for none. */
  tag: string | null;
  /** Where, when, what: short pieces in one row. */
  facts: string[];
  /** How complete, and what that means. */
  state: [name: string, meaning: string] | null;
}

/** What is asked of a speech for its picture. */
export interface Pictured {
  meta: Speech['meta'];
  /** Characters of the published text, spaces left out. */
  characters: number;
}

export function speechCard({ meta, characters }: Pictured): Card {
  const { title, titleDerived, place, genre, completeness } = meta;
  const known = bestDate(meta);
  const year = known && known.kind !== 'published' ? words.timeline.year(Number(known.date.slice(0, 4))) : null;
  const { name, meaning } = completenessNames[completeness];
  return {
    title,
    tag: titleDerived ? words.derived.tag : null,
    facts: [place ?? words.entry.placeUnknown, year ?? words.entry.yearUnknown, genre, words.entry.length(characters)],
    state: [name, meaning],
  };
}

export function siteCard(): Card {
  return { title: site.tagline, tag: null, facts: [site.description], state: null };
}

/** Everything that a card has to set, by weight. */
export function textOf({ title, tag, facts, state }: Card): { bold: string; regular: string } {
  return { bold: `${title}${state?.[0] ?? ''}…`, regular: `${tag ?? ''}${facts.join('·')}${state?.[1] ?? ''}` };
}
