/** What a list or a page's head says about a speech, worked out from the speech alone. */
import { onceEach } from '../text/remembered.ts';
import { type OmissionBlock, type Speech, type TextBlock, textBlocks } from '../text/speech.ts';

/** What does not count as a character: spaces, and the second half of one that is written as a pair. */
const UNCOUNTED = /[\s\udc00-\udfff]/g;

/** Characters of the published text, spaces left out. */
export const textLength = onceEach((speech: Speech): number =>
  textBlocks(speech).reduce((sum, { text }) => sum + text.replace(UNCOUNTED, '').length, 0),
);

/** Silent reading of Chinese is commonly put at 400 to 500 characters a minute; this is the middle. */
export const charactersPerMinute = 450;

/** Estimated time for reading a text silently, in whole minutes, at least one. */
export function readingMinutes(characters: number): number {
  return Math.max(1, Math.round(characters / charactersPerMinute));
}

/** Characters of the longest `opening`. */
const LONGEST_OPENING = 110;

/** What an `opening` is cut from: the first paragraph of the text, as far as it may be needed. */
export function beginning(speech: Speech): string {
  const first = textBlocks(speech).find((block) => block.kind === 'paragraph' && !block.role);
  return first ? [...withCrosses(first)].slice(0, LONGEST_OPENING + 1).join('') : '';
}

/**
 * The first words of a speech: whole sentences or else clauses where they fill half of the length.
 * @param text as `beginning` gives it
 * @param length in characters, at most 110
 */
export function opening(text: string, length = 80): string {
  const cut = [...text].slice(0, length).join('');
  if (cut === text) return text;
  const sentences = /^.*[。！？]/su.exec(cut)?.[0] ?? '';
  if (sentences.length > cut.length / 2) return sentences;
  const clauses = /^(.*)[，；]/su.exec(cut)?.[1] ?? '';
  return `${clauses.length > cut.length / 2 ? clauses : cut}……`;
}

/** Plain text has no mark of its own for what the copy hides, and `**` would pass for an order to set in bold: each sign is a `×` there. */
function withCrosses({ text, marks }: Pick<TextBlock, 'text' | 'marks'>): string {
  return marks
    .filter(({ kind }) => kind === 'redaction')
    .reduce((words, { from, to }) => words.slice(0, from) + '×'.repeat(to - from) + words.slice(to), text);
}

/** How many marks of redaction the text has. */
export function redactionCount(speech: Speech): number {
  return textBlocks(speech).reduce(
    (sum, { marks }) => sum + marks.filter(({ kind }) => kind === 'redaction').length,
    0,
  );
}

export interface Gap {
  omission: OmissionBlock;
  /** `文首`, `文末` or after which paragraph. */
  where: string;
}

export function gaps(speech: Speech): Gap[] {
  return speech.blocks.flatMap((block, index) => {
    if (block.kind !== 'omission') return [];
    const before = speech.blocks.slice(0, index).findLast(({ kind }) => kind === 'paragraph');
    if (index === speech.blocks.length - 1) return [{ omission: block, where: '文末' }];
    return [{ omission: block, where: before ? `第 ${before.id.slice(1)} 段之后` : '文首' }];
  });
}
