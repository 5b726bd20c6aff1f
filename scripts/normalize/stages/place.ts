/**
 * Finds the place of a speech. Names are collected, weighed by the words around them, and added up along the tree of
 * divisions; the place that prevails is taken as deep as the text is clear. Nothing is guessed: a text that names no
 * place of its own, several evenly, or speaks for the whole country has none.
 */
import { placeByCode } from '../../../src/data/places/index.ts';
import type { TextBlock } from '../../../src/text/speech.ts';
import { choose, type Scores, scoresOf } from './place/choose.ts';
import { mentions } from './place/mentions.ts';
import { isNational, selfKind, type Weighed, weigh } from './place/weigh.ts';

/** A block or anything that looks like one. A title that was derived is left out, it is no text of the copy. */
export type TextPiece = Pick<TextBlock, 'kind' | 'text'>;

/** Words that prove the place: `text` is `pieces[piece].text.slice(from, to)`. */
export interface PlaceEvidence {
  piece: number;
  from: number;
  to: number;
  text: string;
}

export interface FoundPlace {
  /** Canonical name, e.g. `浙江省金华市兰溪市`. */
  place: string | null;
  /** The strongest mentions of the place and of those above it, in reading order; empty where there is no place. */
  evidence: PlaceEvidence[];
  /** Places that also had a claim, with the number of mentions that count, most first. */
  rivals: { name: string; count: number }[];
}

/** Mentions given as evidence: of the place itself, and of the places above it. */
const EVIDENCE = { own: 5, above: 2 };

/** `pieces` are the published texts in reading order. Linear in their length. */
export function findPlace(pieces: readonly TextPiece[]): FoundPlace {
  const weighed = weigh(pieces, mentions(pieces));
  const scores = scoresOf(weighed, selfKind(pieces));
  const named = weighed.some(({ mention, points }) => points > 0 && pieces[mention.piece]?.kind === 'title');
  const place = isNational(pieces, named) ? undefined : choose(scores);
  const chain = new Set(place ? [...place.ancestors, place.code] : []);
  return {
    place: place?.canonical ?? null,
    evidence: place ? evidenceOf(pieces, weighed, chain, place.code) : [],
    rivals: rivalsOf(weighed, chain, scores),
  };
}

function evidenceOf(
  pieces: readonly TextPiece[],
  weighed: readonly Weighed[],
  chain: Set<string>,
  code: string,
): PlaceEvidence[] {
  const strongest = (count: number, isMeant: (code: string) => boolean) =>
    weighed
      .filter(({ mention, points }) => points > 0 && mention.places.some((place) => isMeant(place.code)))
      .sort((a, b) => b.points - a.points)
      .slice(0, count);
  const above = (each: string) => each !== code && chain.has(each);
  return [...strongest(EVIDENCE.own, (each) => each === code), ...strongest(EVIDENCE.above, above)]
    .sort((a, b) => a.mention.piece - b.mention.piece || a.seen.from - b.seen.from)
    .map(({ mention: { piece }, seen: { from, to } }) => {
      return { piece, from, to, text: (pieces[piece] as TextPiece).text.slice(from, to) };
    });
}

function rivalsOf(weighed: readonly Weighed[], chain: Set<string>, scores: Scores): FoundPlace['rivals'] {
  const counts = new Map<string, number>();
  for (const { mention, points } of weighed) {
    const place = mention.places.find(({ code }) => scores.has(code));
    if (points === 0 || !place || chain.has(place.code)) continue;
    counts.set(place.code, (counts.get(place.code) ?? 0) + 1);
  }
  return [...counts]
    .map(([code, count]) => ({ name: placeByCode(code)?.canonical ?? '', count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
