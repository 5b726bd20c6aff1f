/** Where in a speech given words stand. */
import { entryWords, outlinePlaces, pathAt } from '../text/outline.ts';
import { type Speech, textBlocks } from '../text/speech.ts';

export interface Mention {
  /** Id of the section, run-in or, outside of all sections, of the block. */
  anchor: string;
  /** Heading of the section, or the first words of the block. */
  label: string;
  count: number;
}

/** The innermost sections whose own text has one of the words, in reading order; overlapping words count once. A title is no section. */
export function mentions(speech: Speech, words: readonly string[]): Mention[] {
  const places = outlinePlaces(speech);
  const found = new Map<string, Mention>();
  for (const block of textBlocks(speech)) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    for (const at of occurrences(block.text, words)) {
      const section = pathAt(places.get(block.id) ?? [], at).at(-1);
      const anchor = section?.id ?? block.id;
      const mention = found.get(anchor) ?? {
        anchor,
        label: section ? entryWords(section) : excerpt(block.text),
        count: 0,
      };
      mention.count += 1;
      found.set(anchor, mention);
    }
  }
  return [...found.values()];
}

/** Offsets of the words, leftmost first, longest first, without overlap. */
function occurrences(text: string, words: readonly string[]): number[] {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const found: number[] = [];
  for (let at = 0; at < text.length; ) {
    const word = longestFirst.find((each) => text.startsWith(each, at));
    if (word) found.push(at);
    at += word?.length ?? 1;
  }
  return found;
}

/** The first words of a text, cut after `length` characters. */
export function excerpt(text: string, length = 24): string {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : text;
}
