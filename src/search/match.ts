/** The meaning of a query: whether a document matches, and where. Whatever proposes candidates, this decides. */
import { type Folded, foldBlock, foldQuery, occurrences } from '../text/fold.ts';
import type { Mark } from '../text/speech.ts';
import { type Forms, noForms } from './forms.ts';
import { type Field, parseQuery, type Term } from './language.ts';
import type { SearchBlock } from './record.ts';

/** UTF-16 offsets in a block's text, half open. */
export interface Span {
  from: number;
  to: number;
  /** true: the words stand in another form (simplified or traditional) than they were asked for. */
  otherForm?: true;
}

/** What an index is asked about one alternative of a group: at least the documents that have one of the readings in the field. */
export interface Need {
  field: Field;
  /** Folded readings; empty where only the text itself can tell. */
  readings: string[];
}

/** Text to look in: a block, or the text of a part of a page. */
export interface Searched {
  kind?: SearchBlock['kind'];
  text: string;
  marks: readonly Mark[];
}

export interface Matcher {
  /** All groups are needed, of each group one alternative. None: the query asks for nothing. */
  needs: Need[][];
  /** Hits of the words in one block, from the left, without overlaps, whether or not the document matches as a whole. */
  find(block: Searched): Span[];
  /** Hits block by block; null where the document as a whole does not match. */
  findAll<T extends Searched>(blocks: readonly T[]): BlockHits<T>[] | null;
}

export interface BlockHits<T> {
  block: T;
  spans: Span[];
  /** Hits of each group of the query, overlaps included. */
  byGroup: Span[][];
}

export interface Meaning {
  /** Other forms of characters that count as the same; none for a search of exact forms. */
  forms?: Forms;
}

export function matcher(written: string, { forms = noForms }: Meaning = {}): Matcher {
  const query = parseQuery(written);
  const groups = query.all.map((terms) => terms.map((term) => new Sought(term, forms)));
  const none = query.none.map((term) => new Sought(term, forms));
  const spansOf = (terms: Sought[], text: Text) => terms.flatMap((term) => term.find(text));
  return {
    needs: groups.map((terms) => terms.map(({ need }) => need)),
    find: (block) => withoutOverlaps(spansOf(groups.flat(), new Text(block, forms))),
    findAll(blocks) {
      const met = new Set<number>();
      const hits = [];
      for (const block of blocks) {
        const text = new Text(block, forms);
        if (spansOf(none, text).length > 0) return null;
        const spans = groups.map((terms) => spansOf(terms, text));
        const standing = spans.flatMap((found, group) => (found.length > 0 ? [group] : []));
        for (const group of standing) met.add(group);
        if (standing.length > 0) hits.push({ block, spans: withoutOverlaps(spans.flat()), byGroup: spans });
      }
      return met.size === groups.length && groups.length > 0 ? hits : null;
    },
  };
}

/** A block as the terms look at it; folded once, and only if one of them needs it. */
class Text {
  readonly block: Searched;
  readonly #forms: Forms;
  #folded: { folded: Folded; key: string } | undefined;

  constructor(block: Searched, forms: Forms) {
    this.block = block;
    this.#forms = forms;
  }

  get folded(): { folded: Folded; key: string } {
    if (!this.#folded) {
      const folded = foldBlock(this.block);
      this.#folded = { folded, key: this.#forms.key(folded.text) };
    }
    return this.#folded;
  }
}

/** One term, ready to be looked for. */
class Sought {
  readonly need: Need;
  readonly #term: Term;
  readonly #forms: Forms;
  readonly #keys: string[];

  constructor(term: Term, forms: Forms) {
    this.#term = term;
    this.#forms = forms;
    this.need = { field: term.field, readings: foldQuery(term.words) };
    this.#keys = this.need.readings.map((reading) => forms.key(reading));
  }

  find(text: Text): Span[] {
    const { field, words, exact } = this.#term;
    const { block } = text;
    if (field === 'title' && block.kind !== 'title') return [];
    const literal = exact || this.need.readings.length === 0;
    const spans = literal ? findLiteral(block.text, words) : this.#findFolded(text);
    return field === 'heading' && block.kind !== 'heading' ? spans.filter((span) => inRunIn(block, span)) : spans;
  }

  #findFolded({ folded: { folded, key } }: Text): Span[] {
    return this.need.readings.flatMap((reading, index) => {
      const same = (at: number) => agreeInForm(folded.text, at, reading, this.#forms);
      return occurrences(key, this.#keys[index] as string, same).map((at) => ({
        from: folded.from[at] ?? 0,
        to: folded.to[at + reading.length - 1] ?? 0,
        ...(otherForm(folded.text, at, reading, this.#forms) && { otherForm: true as const }),
      }));
    });
  }
}

/** Where keys agree, whether the characters do; the signs `×` and `*` were compared before. */
export function agreeInForm(text: string, at: number, reading: string, forms: Forms): boolean {
  if (text.startsWith(reading, at)) return true;
  for (let i = 0; i < reading.length; i++) {
    const [here, sought] = [text[at + i] as string, reading[i] as string];
    if (!/[×*]/.test(sought) && !forms.same(here, sought)) return false;
  }
  return true;
}

function otherForm(text: string, at: number, reading: string, forms: Forms): boolean {
  if (text.startsWith(reading, at)) return false;
  for (let i = 0; i < reading.length; i++) {
    const [here, sought] = [text[at + i] as string, reading[i] as string];
    if (here !== sought && forms.same(here, sought)) return true;
  }
  return false;
}

function inRunIn(block: Searched, span: Span): boolean {
  return block.marks.some(({ kind, from, to }) => kind === 'runin' && from <= span.from && span.to <= to);
}

/** From the left, the longer first; of the same words those that stand as one of the terms asks. */
function withoutOverlaps(spans: Span[]): Span[] {
  let end = 0;
  return spans
    .toSorted((a, b) => a.from - b.from || b.to - a.to || Number(a.otherForm === true) - Number(b.otherForm === true))
    .filter(({ from, to }) => {
      if (from < end) return false;
      end = to;
      return true;
    });
}

function findLiteral(text: string, words: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    spans.push({ from: at, to: at + words.length });
  }
  return spans;
}

/** Characters that count as text: spaces do not, punctuation does. */
export function countCharacters(text: string): number {
  return Array.from(text.replace(/\s/g, '')).length;
}
