/** Everything in a speech that has an address of its own, in reading order. */
import type { Block, Speech } from '../../../src/text/speech.ts';

export interface Place {
  id: string;
  /** `p`, `s`, `o`, `title` …: the word or letter that its ids begin with. Ids never pass from one family to another. */
  family: string;
  /** Published characters; '' for an omission. */
  text: string;
  /** What the place is recognised by: a part's words without its marker, the words around an omission, else `text`. */
  words: string;
  /** The part of the outline right above, for the family `s`; null at the top and for all others. */
  parent: string | null;
}

/** How many characters on either side tell where an omission stands. */
const AROUND = 24;

export function placesOf(speech: Speech): Place[] {
  const parts = new Map(speech.outline.map((entry) => [entry.id, entry]));
  const parents = parentsOf(speech);
  const around = wordsAround(speech.blocks);
  const part = (id: string, text: string): Place => {
    const words = parts.get(id)?.heading || text;
    return { id, family: 's', text, words, parent: parents.get(id) ?? null };
  };
  return speech.blocks.flatMap((block, index): Place[] => {
    if (block.kind === 'omission') {
      const words = around[index] ?? '';
      const absent = block.absent.map((id) =>
        part(id, `${parts.get(id)?.marker ?? ''}${parts.get(id)?.heading ?? ''}`),
      );
      return [{ id: block.id, family: 'o', text: '', words, parent: null }, ...absent];
    }
    if (block.kind === 'heading') return [part(block.id, block.text)];
    const runins = block.marks.flatMap((mark) =>
      mark.kind === 'runin' ? [part(mark.id, block.text.slice(mark.from, mark.to))] : [],
    );
    return [{ id: block.id, family: familyOf(block.id), text: block.text, words: block.text, parent: null }, ...runins];
  });
}

export function familyOf(id: string): string {
  return /^(?:title|byline|salutation|[a-z])/.exec(id)?.[0] ?? '';
}

function parentsOf({ outline }: Speech): Map<string, string | null> {
  const open: string[] = [];
  return new Map(
    outline.map(({ id, level }) => {
      open.length = Math.min(open.length, level - 1);
      const parent = open.at(-1) ?? null;
      open[level - 1] = id;
      return [id, parent];
    }),
  );
}

/** The words around each block, past omissions. */
function wordsAround(blocks: readonly Block[]): string[] {
  const before = passed(blocks, (text) => text.slice(-AROUND));
  const after = passed(blocks.toReversed(), (text) => text.slice(0, AROUND)).toReversed();
  return before.map((words, index) => `${words}…${after[index]}`);
}

/** For each block what was cut of the last text before it. */
function passed(blocks: readonly Block[], cut: (text: string) => string): string[] {
  let last = '';
  return blocks.map((block) => {
    const words = last;
    if (block.kind !== 'omission') last = cut(block.text);
    return words;
  });
}

/** The speech with other ids; an id that `names` lacks stays. */
export function renamePlaces(speech: Speech, names: ReadonlyMap<string, string>): Speech {
  const name = (id: string) => names.get(id) ?? id;
  return {
    ...speech,
    outline: speech.outline.map((entry) => ({ ...entry, id: name(entry.id) })),
    blocks: speech.blocks.map((block): Block => {
      const here = { id: name(block.id), section: block.section === null ? null : name(block.section) };
      if (block.kind === 'omission') return { ...block, ...here, absent: block.absent.map(name) };
      const marks = block.marks.map((mark) => ('id' in mark ? { ...mark, id: name(mark.id) } : mark));
      return { ...block, ...here, marks };
    }),
  };
}
