/** The judge of search: a plain scan of the whole published text, without an index. Shares no code with the engine. */
import type { SpeechCopy } from '../../../src/data/copies/schemas.ts';
import { FormTable } from './forms.ts';
import { readQuery, type Wanted } from './language.ts';
import { patternOf } from './pattern.ts';
import { type Plain, plain, type Text } from './plain.ts';

/** What is judged of a speech: its address and all its text. */
export interface Document {
  id: string;
  blocks: JudgedBlock[];
}

export interface JudgedBlock extends Text {
  /** `speech#block` */
  place: string;
  kind: string;
  plain: Plain;
}

/** How often what was asked for stands where, by `speech#block`. */
export type Places = Map<string, number>;

interface Span {
  from: number;
  to: number;
}

export function documentOf({ meta, blocks }: Pick<SpeechCopy, 'meta' | 'blocks'>): Document {
  return {
    id: meta.id,
    blocks: blocks.flatMap((block) => {
      if (block.kind === 'omission') return [];
      const { kind, text, marks } = block;
      return [{ place: `${meta.id}#${block.id}`, kind, text, marks, plain: plain(block) }];
    }),
  };
}

export class Judge {
  readonly documents: readonly Document[];
  readonly forms: FormTable;

  constructor(documents: readonly Document[]) {
    this.documents = documents;
    this.forms = new FormTable(documents.flatMap(({ blocks }) => blocks.flatMap((block) => [...block.plain.text])));
  }

  /** Every occurrence of what a query asks for. */
  scan(query: string, exactForms = false): Places {
    const { groups, without } = readQuery(query);
    const forms = exactForms ? null : this.forms;
    const finders = groups.map((group) => group.map((wanted) => finder(wanted, forms)));
    const excluded = without.map((wanted) => finder(wanted, forms));
    const found: Places = new Map();
    for (const { blocks } of finders.length > 0 ? this.documents : []) {
      const holds = (find: Finder) => blocks.some((block) => find(block).length > 0);
      if (excluded.some(holds) || !finders.every((group) => group.some(holds))) continue;
      for (const block of blocks) {
        const count = apart(finders.flat().flatMap((find) => find(block)));
        if (count > 0) found.set(block.place, count);
      }
    }
    return found;
  }
}

type Finder = (block: JudgedBlock) => Span[];

function finder({ words, exact, where }: Wanted, forms: FormTable | null): Finder {
  const pattern = exact ? null : patternOf(words, forms);
  const all: Finder = pattern ? (block) => inPlain(block.plain, pattern) : (block) => literally(block.text, words);
  return (block) => {
    if (where === 'title' && block.kind !== 'title') return [];
    if (where !== 'heading' || block.kind === 'heading') return all(block);
    const led = block.marks.filter(({ kind }) => kind === 'runin');
    return all(block).filter(({ from, to }) => led.some((mark) => mark.from <= from && to <= mark.to));
  };
}

function inPlain({ text, from, to }: Plain, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
    from: from[index] as number,
    to: to[index + match.length - 1] as number,
  }));
}

function literally(text: string, words: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    spans.push({ from: at, to: at + words.length });
  return spans;
}

/** How many spans there are from the left, the longer first, when what overlaps one that counted does not count. */
function apart(spans: readonly Span[]): number {
  let [count, end] = [0, 0];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < end) continue;
    count++;
    end = to;
  }
  return count;
}
