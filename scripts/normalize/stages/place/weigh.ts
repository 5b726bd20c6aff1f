import { matches } from '../../../../src/text/matches.ts';
import { nationalBodies, nationalMandates, nationalMeetings, nationWords, selfWords } from '../../rules/places.ts';
import { anyOf, type WordGroup } from '../../rules/word-group.ts';
import type { TextPiece } from '../place.ts';
import type { Mention } from './mentions.ts';
import { otherPlaces, type Surroundings, surroundings } from './surroundings.ts';

export interface Weighed {
  mention: Mention;
  seen: Surroundings;
  /** 0: says nothing about the place of the text. */
  points: number;
}

/** What a mention counts. Three points carry a decision: one clear word about the own place, or three neutral ones. */
const POINTS = { own: 3, body: 2, plain: 1, other: 0 } as const;

/** A mention in title, byline or the lines around them. */
const HEAD_POINTS = 8;

/** Between two members of a list of places, e.g. `嘉兴、台州和金华`. */
const LIST_JOINT = /^(?:[、/—–-]|和|与|及|以及|暨)$/u;

export function weigh(pieces: readonly TextPiece[], mentions: readonly Mention[]): Weighed[] {
  const isElsewhere = otherPlaces(pieces);
  const head = headOf(pieces);
  return mentions.map((mention, index) => {
    const text = (pieces[mention.piece] as TextPiece).text;
    const seen = surroundings(text, mention, isElsewhere(mention));
    const beside = [mentions[index - 1], mentions[index + 1]];
    if (beside.some((each) => each && isListed(text, mention, each)) || isVenue(text, mention, mentions[index - 1])) {
      return { mention, seen, points: 0 };
    }
    const points = POINTS[seen.role];
    return { mention, seen, points: points > 0 && head.has(mention.piece) ? HEAD_POINTS : points };
  });
}

/** Indexes of title, byline and the short lines before the salutation, or of the first three short lines. */
export function headOf(pieces: readonly TextPiece[]): Set<number> {
  const REACH = 30;
  const isLine = ({ text }: TextPiece) => text.length <= 60 && !/[。；;]$/u.test(text);
  const end = pieces.slice(0, REACH).findIndex((piece) => piece.kind === 'salutation' || isSalutation(piece.text));
  const greets = end >= 0 && pieces.slice(0, end).every(isLine);
  const inHead = (piece: TextPiece, index: number) =>
    piece.kind === 'title' || piece.kind === 'byline' || (index < (greets ? end : 3) && isLine(piece));
  return new Set([...pieces.keys()].filter((index) => inHead(pieces[index] as TextPiece, index)));
}

function isSalutation(text: string): boolean {
  return text.length <= 40 && /[：:]$/u.test(text) && /^(?:同志们|各位|尊敬的|女士们|老师们|朋友们|主席)/u.test(text);
}

function isListed(text: string, mention: Mention, beside: Mention): boolean {
  if (beside.piece !== mention.piece) return false;
  const [first, second] = beside.from < mention.from ? [beside, mention] : [mention, beside];
  if (!LIST_JOINT.test(text.slice(first.to, Math.min(second.from, first.to + 3)))) return false;
  return !related(first, second) && first.to < second.from;
}

/** One is above the other: `金华、兰溪` is no list of rivals. */
function related(a: Mention, b: Mention): boolean {
  const above = (x: Mention, y: Mention) =>
    x.places.some(({ code }) => y.places.some((place) => place.ancestors.includes(code)));
  return above(a, b) || above(b, a) || a.places.some(({ code }) => b.places.some((place) => place.code === code));
}

/** `兰溪（杭州）产业创新中心` stands in 杭州 and is of 兰溪. */
function isVenue(text: string, mention: Mention, previous: Mention | undefined): boolean {
  return (
    previous?.piece === mention.piece &&
    /^[（(]$/u.test(text.slice(previous.to, Math.min(mention.from, previous.to + 2)))
  );
}

/** The kind of place the text says it speaks for, e.g. `市` from 我市 and 全市; null where none prevails. */
export function selfKind(pieces: readonly TextPiece[]): string | null {
  const counts = [...selfCounts(pieces)].sort((a, b) => b[1] - a[1]);
  const all = counts.reduce((sum, [, each]) => sum + each, 0);
  const [first] = counts;
  return first && first[1] * 2 > all ? first[0] : null;
}

const SELF = anyOf(
  selfWords.words.flatMap((word) => selfWords.kinds.map((kind) => word + kind)),
  'gu',
);
const NATION = anyOf(nationWords.words, 'gu');

function selfCounts(pieces: readonly TextPiece[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of pieces) {
    for (const [word] of matches(text, SELF)) counts.set(word.slice(-1), (counts.get(word.slice(-1)) ?? 0) + 1);
  }
  return counts;
}

/** True for documents of the whole country. `named`: the title names a place, which only a national issuer outweighs. */
export function isNational(pieces: readonly TextPiece[], named: boolean): boolean {
  const head = headOf(pieces);
  const heads = pieces.filter((_, index) => head.has(index));
  const title = heads.find(({ kind }) => kind === 'title') ?? heads[0];
  if (title && opensNational(title.text)) return true;
  if (named) return false;
  const has = (text: string, { words }: WordGroup) => words.some((word) => text.includes(word));
  const opening = pieces.slice(0, 12).map(({ text }) => text.slice(0, 400));
  return (
    heads.some(({ text }) => opensNational(text) || has(text, nationalMeetings)) ||
    opening.some((text) => has(text, nationalMandates)) ||
    speaksForNation(pieces)
  );
}

function opensNational(text: string): boolean {
  const start = text.replace(/^[\s《“—（(]+/u, '');
  return nationalBodies.words.some((word) => start.startsWith(word));
}

/** Says 我国 at least three times, and 我市, 全省 and their like hardly at all. */
function speaksForNation(pieces: readonly TextPiece[]): boolean {
  const nation = pieces.reduce((sum, { text }) => sum + (text.match(NATION)?.length ?? 0), 0);
  if (nation < 3) return false;
  const own = [...selfCounts(pieces).values()].reduce((sum, each) => sum + each, 0);
  return own * 3 <= nation;
}
