/** Queries by which search is proved: pieces of the published text of every kind, and strings that stand nowhere in it. */
import type { Document, Judge, JudgedBlock } from './judge.ts';

/** A query of one kind; `place` is where it was taken from. */
export interface Sample {
  kind: string;
  query: string;
  exactForms?: boolean;
  place?: string;
}

/** Numbers in [0, 1). */
export type Source = () => number;

interface Kind {
  name: string;
  /** Share of all pieces. */
  share: number;
  /** In UTF-16 units, before a redaction mark that is cut is taken whole. */
  lengths: [number, number];
  fits(piece: Piece): boolean;
}

interface Piece {
  text: string;
  block: JudgedBlock;
  /** Kinds of the marks that it touches, and of those that begin or end within it. */
  marks: string[];
  edges: string[];
}

const kinds: Kind[] = [
  { name: '任意', share: 0.3, lengths: [1, 12], fits: () => true },
  { name: '跨标点', share: 0.2, lengths: [3, 12], fits: ({ text }) => /[\p{L}\p{N}]\p{P}+[\p{L}\p{N}]/u.test(text) },
  { name: '带隐去记号', share: 0.1, lengths: [1, 12], fits: ({ marks }) => marks.includes('redaction') },
  { name: '标题', share: 0.1, lengths: [2, 12], fits: ({ block }) => /^(title|heading)$/.test(block.kind) },
  { name: '跨段首标题之界', share: 0.05, lengths: [2, 12], fits: ({ edges }) => edges.includes('runin') },
  { name: '字母与数字', share: 0.1, lengths: [1, 12], fits: ({ text }) => /[0-9A-Za-z]/.test(text) },
  { name: '带符号', share: 0.05, lengths: [1, 6], fits: ({ text }) => /\p{S}/u.test(text) },
  { name: '一个字', share: 0.05, lengths: [1, 1], fits: () => true },
  { name: '十字以上', share: 0.05, lengths: [10, 12], fits: () => true },
];

/** So many tries without a new piece, and the text is taken to hold no more of the kind. */
const TRIES = 20_000;

/** Pieces of 1 to 12 characters; kinds of which the text holds too few give way to any. */
export function pieces(documents: readonly Document[], wanted: number, random: Source): Sample[] {
  const blocks = documents.flatMap((document) => document.blocks);
  if (blocks.length === 0) return [];
  const samples = kinds.flatMap((kind) => take(blocks, kind, Math.round(kind.share * wanted), random));
  return [...samples, ...take(blocks, kinds[0] as Kind, wanted - samples.length, random)].slice(0, wanted);
}

function take(blocks: readonly JudgedBlock[], kind: Kind, wanted: number, random: Source): Sample[] {
  const samples: Sample[] = [];
  for (let tries = 0; samples.length < wanted && tries < TRIES; tries++) {
    const piece = cut(blocks, kind.lengths, random);
    if (!piece || !kind.fits(piece)) continue;
    samples.push({ kind: kind.name, query: piece.text, place: piece.block.place });
    tries = 0;
  }
  return samples;
}

/** A piece of a block; null where it would tear a surrogate pair. */
function cut(blocks: readonly JudgedBlock[], [least, most]: [number, number], random: Source): Piece | null {
  const block = pick(blocks, random);
  let from = Math.floor(random() * block.text.length);
  let to = Math.min(block.text.length, from + least + Math.floor(random() * (most - least + 1)));
  for (const mark of block.marks.filter(({ kind }) => kind === 'redaction')) {
    if (mark.from < from && from < mark.to) from = mark.from;
    if (mark.from < to && to < mark.to) to = mark.to;
  }
  const text = block.text.slice(from, to);
  if (!text.isWellFormed() || to - from < least) return null;
  const names = (test: (mark: JudgedBlock['marks'][number]) => boolean) =>
    block.marks.filter(test).map(({ kind }) => kind);
  return {
    text,
    block,
    marks: names((mark) => mark.from < to && from < mark.to),
    edges: names((mark) => [mark.from, mark.to].some((edge) => from < edge && edge < to)),
  };
}

/** Characters of the text in an order in which they stand nowhere. */
export function absent(judge: Judge, wanted: number, random: Source): Sample[] {
  const samples: Sample[] = [];
  for (let tries = 0; samples.length < wanted && tries < TRIES; tries++) {
    const query = shuffled(hanPiece(judge.documents, random), random);
    if (query.length > 1 && judge.scan(query).size === 0) samples.push({ kind: '不存在', query });
  }
  return samples;
}

/** Three to eight Han characters of the text in a row; fewer where a piece holds fewer. */
export function hanPiece(documents: readonly Document[], random: Source): string {
  const { text } = pick(pick(documents, random).blocks, random);
  const at = Math.floor(random() * text.length);
  return /\p{Script=Han}+/u.exec(text.slice(at, at + 3 + Math.floor(random() * 6)))?.[0] ?? '';
}

export function shuffled(text: string, random: Source): string {
  return Array.from(text, (character) => ({ character, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ character }) => character)
    .join('');
}

export function pick<T>(list: readonly T[], random: Source): T {
  return list[Math.floor(random() * list.length)] as T;
}
