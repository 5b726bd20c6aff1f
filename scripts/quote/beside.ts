/** Which words a document quotes beside a link. */
import type { Link, Paragraph } from './types.ts';

/** Shortest quotation before a link that is taken for what the link proves. */
const SHORTEST = 8;
const MARKS: Record<string, string> = { '“': '”', '「': '」', '『': '』', '"': '"', '＂': '＂' };
/** What may stand between a quotation and its link: signs, and a word that refers. */
const BETWEEN = /^[\s，,。.；;：:（(［[〔—–-]*(?:见|参见|详见|出处|来源|引自|原文)?[\s：:]*$/u;
/** What leads from the words of a block quotation to its source. */
const ATTRIBUTION = /(?:—|–|--|（|\(|［|\[)[^。！？；]*$/u;

/** @returns null where nothing is quoted beside the link */
export function wordsBeside(paragraphs: readonly Paragraph[], paragraph: Paragraph, link: Link): string | null {
  const within = lastQuoted(paragraph.text.slice(link.from, link.to));
  if (within) return within.words;
  const behind = Math.max(0, ...paragraph.links.filter(({ to }) => to <= link.from).map(({ to }) => to));
  const before = paragraph.text.slice(behind, link.from);
  const quoted = lastQuoted(before);
  if (quoted && BETWEEN.test(before.slice(quoted.to)) && [...quoted.words].length >= SHORTEST) return quoted.words;
  return paragraph.quotation === null ? null : blockQuotation(paragraphs, paragraph, link);
}

/** All of a block quotation up to its first link; the others lead elsewhere. */
function blockQuotation(paragraphs: readonly Paragraph[], paragraph: Paragraph, link: Link): string | null {
  const block = paragraphs.filter(({ quotation }) => quotation === paragraph.quotation);
  const first = block.find(({ links }) => links.length > 0);
  if (first !== paragraph || paragraph.links[0] !== link) return null;
  const own = paragraph.text.slice(0, link.from).replace(ATTRIBUTION, '');
  const above = block.slice(0, block.indexOf(paragraph)).map(({ text }) => text);
  const below = block.slice(block.indexOf(paragraph) + 1).map(({ text }) => text);
  const words = [...above, own, ...(own.trim() === '' && above.length === 0 ? below : [])].join('').trim();
  if (words === '') return null;
  const outer = lastQuoted(words);
  return outer && outer.from === 0 && outer.to === words.length ? outer.words : words;
}

/** The last outermost quotation: its words without its marks, and where it stands with them. */
function lastQuoted(text: string): { words: string; from: number; to: number } | null {
  let found: { words: string; from: number; to: number } | null = null;
  const open: { mark: string; from: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    const inner = open.at(-1);
    if (inner && MARKS[inner.mark] === character) {
      open.pop();
      if (open.length === 0) found = { words: text.slice(inner.from + 1, at), from: inner.from, to: at + 1 };
    } else if (MARKS[character]) open.push({ mark: character, from: at });
  }
  return found;
}
