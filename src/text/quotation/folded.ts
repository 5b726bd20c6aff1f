/**
 * What a quotation takes for the same words: width, kinds of quotation marks and white space make no difference, and a run of signs that
 * hide something (`×`, `*`) equals any other. Everything else counts, punctuation and case included.
 */

/** A block as it is published, without what stands around it. */
export interface QuotedBlock {
  id: string;
  text: string;
}

/** Folded text of one or more blocks; unit `i` of `text` stands for `[from[i], to[i])` of block number `block[i]`. UTF-16 units. */
export interface FoldedText {
  text: string;
  block: number[];
  from: number[];
  to: number[];
}

/** What stands for a run of signs that hide something, and for every such sign: whether one hides anything is no question here. */
const HIDDEN = '*';
const HIDING = /^[×*＊]/u;
/** A run of such signs, or one code point. */
const PIECE = /[×*＊]+|[\s\S]/gu;
const QUOTATION_MARKS = /["“”„‟«»‘’‚‛「」『』〝〞＂＇']/u;
const SPACE = /[\s\p{Z}\u200b-\u200d\ufeff]/u;

/** One code point as folded; '' for white space. */
function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (SPACE.test(character)) return '';
  if (QUOTATION_MARKS.test(character)) return '"';
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}

/** The blocks one after the other, with the way back. */
export function foldBlocks(blocks: readonly QuotedBlock[]): FoldedText {
  const folded: FoldedText = { text: '', block: [], from: [], to: [] };
  for (const [index, { text }] of blocks.entries()) {
    for (const { 0: characters, index: from } of text.matchAll(PIECE)) {
      const piece = HIDING.test(characters) ? HIDDEN : foldCharacter(characters);
      // A run that white space or the end of a block interrupts is still one sign.
      if (piece === HIDDEN && folded.text.endsWith(HIDDEN)) continue;
      folded.text += piece;
      for (let unit = 0; unit < piece.length; unit++) {
        folded.block.push(index);
        folded.from.push(from);
        folded.to.push(from + characters.length);
      }
    }
  }
  return folded;
}

/** Words that a person wrote or a link holds. Idempotent. */
export function foldWords(words: string): string {
  return foldBlocks([{ id: '', text: words }]).text;
}
