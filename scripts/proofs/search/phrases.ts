/** Queries that use the language: several words, one of several, without, exactly, in titles and headings, in other forms. */
import { Converter } from 'opencc-js';
import type { Document } from './judge.ts';
import { hanPiece, pick, type Sample, type Source } from './samples.ts';

const traditional = Converter({ from: 'cn', to: 't' });

/** Makes a query of words that it asks for. */
interface Form {
  name: string;
  make(word: () => string, documents: readonly Document[], random: Source): string;
  exactForms?: boolean;
}

const forms: Form[] = [
  { name: '两词', make: (word) => `${word()} ${word()}` },
  { name: '三词', make: (word) => `${word()} ${word()}　${word()}` },
  { name: '词或词', make: (word) => `${word()}|${word()}` },
  { name: '词或词，并一词', make: (word) => `${word()}|${word()} ${word()}` },
  { name: '不含', make: (word) => `${word()} -${word()}` },
  { name: '只有不含', make: (word) => `-${word()}` },
  { name: '照原样', make: (_, documents, random) => `"${quotable(documents, random)}"` },
  { name: '照原样，并一词', make: (word, documents, random) => `"${quotable(documents, random)}" ${word()}` },
  { name: '在标题', make: (_, documents, random) => `标题:${from(documents, /^title$/, random)}` },
  { name: '不在标题', make: (word) => `标题：${word()}` },
  { name: '在小节', make: (_, documents, random) => `小节:${from(documents, /^heading$/, random)}` },
  { name: '小节或小节', make: (word, documents, random) => `小节：${from(documents, /^heading$/, random)}|${word()}` },
  { name: '繁体', make: (word) => traditional(word()) },
  { name: '繁体，只认原字', make: (word) => traditional(word()), exactForms: true },
  { name: '重叠的词', make: overlapping },
  { name: '只有标点', make: (_, documents, random) => punctuation(documents, random) },
  {
    name: '带语言的记号',
    make: (word, _, random) => word() + pick(['|', '"', ' -', '-', '""', '||', ':'], random) + word(),
  },
];

/** So many of each form, in turn. */
export function phrases(documents: readonly Document[], wanted: number, random: Source): Sample[] {
  const word = () => short(documents, random);
  return Array.from({ length: documents.length > 0 ? wanted : 0 }, (_, number) => {
    const { name, make, exactForms = false } = forms[number % forms.length] as Form;
    return { kind: name, query: make(word, documents, random), exactForms };
  });
}

/** Two to four Han characters. */
function short(documents: readonly Document[], random: Source): string {
  return again(
    () => hanPiece(documents, random).slice(0, 2 + Math.floor(random() * 3)),
    (piece) => piece.length > 1,
  );
}

/** Three to ten characters as they stand, punctuation included. */
function quotable(documents: readonly Document[], random: Source): string {
  return again(
    () => {
      const { text } = pick(pick(documents, random).blocks, random);
      const at = Math.floor(random() * text.length);
      return text.slice(at, at + 3 + Math.floor(random() * 8));
    },
    (piece) => piece.length > 1 && piece.isWellFormed() && !piece.includes('"'),
  );
}

/** Words of a block of one kind; of any where there is none. */
function from(documents: readonly Document[], kind: RegExp, random: Source): string {
  const of = documents.map(({ id, blocks }) => ({ id, blocks: blocks.filter((block) => kind.test(block.kind)) }));
  const holding = of.filter(({ blocks }) => blocks.length > 0);
  return short(holding.length > 0 ? holding : documents, random);
}

/** Two words of which one ends as the other begins. */
function overlapping(_: unknown, documents: readonly Document[], random: Source): string {
  const piece = again(
    () => hanPiece(documents, random),
    (each) => each.length > 3,
  );
  const middle = Math.floor(piece.length / 2);
  return `${piece.slice(0, middle + 1)} ${piece.slice(middle - 1)}`;
}

function punctuation(documents: readonly Document[], random: Source): string {
  return again(
    () => /[\p{P}]+/u.exec(quotable(documents, random))?.[0] ?? '',
    (piece) => piece !== '',
  );
}

/** The first that is good, and the last of many where none is. */
function again(make: () => string, good: (made: string) => boolean): string {
  let made = make();
  for (let tries = 0; !good(made) && tries < 1000; tries++) made = make();
  return made;
}
