/**
 * The words under which the index knows a folded character: one character, one word.
 * Build and browser tokenise with this file alone, so that a phrase of words finds exactly what holds the characters in a row.
 */
import { REDACTION } from '../text/fold.ts';

/** Characters that the index takes for a word as they are. */
const PLAIN = /^[0-9a-z\u3400-\u4dbf\u4e00-\u9fff]$/;

/** Stands between blocks: in no query, so that no phrase runs across a block's end. */
const BOUNDARY = 'zz';

/** No more words than this are asked of the index: the beginning of a long query already narrows enough. */
const PHRASE_LENGTH = 24;

/** One word a code point. A redaction mark shares the word of `×`: which of the two stands there is seen in the text itself. */
export function tokens(folded: string): string[] {
  return Array.from(folded.replaceAll(REDACTION, '×'), (character) =>
    PLAIN.test(character) ? character : spell(character),
  );
}

/** What the index is given for a document. */
export function shadow(blocks: readonly string[]): string {
  return blocks.flatMap((folded) => [...tokens(folded), BOUNDARY]).join(' ');
}

/** What the index is asked: words in a row. Finds at least every document that holds the reading. */
export function phrase(reading: string): string {
  return `"${tokens(reading).slice(0, PHRASE_LENGTH).join(' ')}"`;
}

/** A sign as a word of two or more letters between g and v, its code point in base 16. */
function spell(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).padStart(2, '0');
  return code.replace(/./g, (digit) => String.fromCharCode(0x67 + Number.parseInt(digit, 16)));
}
