/** What holds of a link to this site and of the words beside it. */
import { checkQuotation, MOST_CHANGED, placesOf } from '../../src/text/quotation/check.ts';
import { type Difference, differences } from '../../src/text/quotation/difference.ts';
import { type FoldedText, foldBlocks, foldWords } from '../../src/text/quotation/folded.ts';
import { wordsOf } from '../../src/text/quotation/make.ts';
import { nearest } from '../../src/text/quotation/near.ts';
import { type Speech, type TextBlock, textBlocks } from '../../src/text/speech.ts';
import type { Address } from './address.ts';

export type VerdictName =
  /** A quotation whose words stand where they stood. */
  | 'unchanged'
  /** A page or place without a quotation in its address. */
  | 'exists'
  | 'changed'
  /** The words, or the text of the id, stand elsewhere. */
  | 'moved'
  | 'absent'
  | 'removed'
  | 'unknown'
  | 'misquoted'
  /** The speech has another id now, was withdrawn, or never was. */
  | 'renamed'
  | 'withdrawn'
  | 'no-speech';

export interface Judgement {
  verdict: VerdictName;
  /** Whether a person must mend the document: what is only forwarded still opens. */
  broken: boolean;
  /** Ids where the words or the text stand now, or the id of the renamed speech. */
  now: string[];
  differences: Difference[];
}

/** What the library holds; by id. */
export interface Library {
  speeches: ReadonlyMap<string, Speech>;
  /** Where a renamed speech went, null for a withdrawn one. */
  departed: ReadonlyMap<string, string | null>;
}

/** @param beside words that the document quotes beside the link, null if none */
export function judge(library: Library, address: Address, beside: string | null): Judgement {
  if (address.speech === null) return fine('exists');
  const speech = library.speeches.get(address.speech);
  if (!speech) return judgeDeparted(library, address.speech);
  const blocks = textBlocks(speech);
  const text = foldBlocks(blocks);
  const place = placeOf(speech, blocks, address.anchor);
  const linked = judgeLink(speech, blocks, text, place, address);
  if (beside === null || linked.broken) return linked;
  return judgeWords(blocks, text, place, beside) ?? linked;
}

function judgeDeparted({ departed }: Library, id: string): Judgement {
  const to = departed.get(id);
  if (to === undefined) return broken('no-speech');
  return to === null ? broken('withdrawn') : { ...fine('renamed'), now: [to] };
}

/** Numbers of the blocks that an id stands for: one, those of a section, or all; none where the copy lacks the text. */
interface Place {
  first: number;
  last: number;
}

const NO_TEXT: Place = { first: 0, last: -1 };

function placeOf(speech: Speech, blocks: readonly TextBlock[], anchor: string): Place | null {
  if (anchor === '' || anchor === 'main') return { first: 0, last: blocks.length - 1 };
  const own = blockOf(blocks, anchor);
  if (own >= 0) return { first: own, last: lastOf(speech, blocks, own, anchor) };
  if ([...speech.blocks, ...speech.outline].some(({ id }) => id === anchor)) return NO_TEXT;
  const target = targetOf(speech, anchor);
  if (target === undefined) return null;
  return target === null ? NO_TEXT : placeOf({ ...speech, former: {} }, blocks, target);
}

/** Number of the block that an id names, or that holds the run-in heading of that id; -1 if none. */
function blockOf(blocks: readonly TextBlock[], id: string): number {
  return blocks.findIndex(
    (block) => block.id === id || block.marks.some((mark) => mark.kind === 'runin' && mark.id === id),
  );
}

/** Where the text of a former id stands in the end: null where it was taken out, undefined for an id that is none. */
function targetOf({ former }: Speech, anchor: string): string | null | undefined {
  let target: string | null | undefined;
  const seen = new Set<string>();
  let fate = former[anchor];
  while (fate && !seen.has(target ?? anchor)) {
    seen.add(target ?? anchor);
    target = 'moved' in fate ? fate.moved : 'merged' in fate ? fate.merged : null;
    if (target === null) return null;
    fate = former[target];
  }
  return target;
}

/** A heading or run-in stands for all text up to the next one of its level. */
function lastOf({ outline }: Speech, blocks: readonly TextBlock[], own: number, anchor: string): number {
  const at = outline.findIndex(({ id }) => id === anchor);
  if (at < 0) return own;
  const level = outline[at]?.level ?? 0;
  const later = outline.slice(at + 1).filter((entry) => entry.level <= level && entry.present);
  const next = later.map(({ id }) => blockOf(blocks, id)).find((index) => index >= own);
  if (next === undefined) return blocks.length - 1;
  return blocks[next]?.kind === 'heading' ? next - 1 : next;
}

function judgeLink(
  speech: Speech,
  blocks: readonly TextBlock[],
  text: FoldedText,
  place: Place | null,
  { anchor, quotation }: Address,
): Judgement {
  if (quotation) {
    const home = blockOf(blocks, anchor);
    const found = checkQuotation(text, home, quotation);
    const ids = ('at' in found ? [found.at].flat() : []).map(
      ({ from }) => blocks[text.block[from] as number]?.id ?? '',
    );
    const now = [...new Set(ids)];
    if (found.kind === 'unchanged') return fine('unchanged');
    if (found.kind !== 'changed') return { ...broken(found.kind), now };
    const shown = 'words' in quotation ? differences(quotation.words, wordsOf(blocks, text, found.at)) : [];
    return { ...broken('changed'), now, differences: shown };
  }
  if (place === null) return broken('unknown');
  const target = targetOf(speech, anchor);
  if (target === undefined) return fine('exists');
  return target === null ? broken('removed') : { ...fine('moved'), now: [target] };
}

/** The mark at the end of quoted words is often the writer's own. */
const FINAL = /[，。；：、！？,.;:!?…]+$/u;

/** @returns null where the words stand in the place */
function judgeWords(
  blocks: readonly TextBlock[],
  text: FoldedText,
  place: Place | null,
  beside: string,
): Judgement | null {
  const words = foldWords(beside.trim().replace(FINAL, ''));
  if (words === '' || place === null) return null;
  const exact = placesOf(text.text, words);
  const inside = ({ from }: { from: number }) => {
    const block = text.block[from] as number;
    return block >= place.first && block <= place.last;
  };
  if (exact.some(inside)) return null;
  const idAt = (unit: number) => blocks[text.block[unit] as number]?.id ?? '';
  if (exact.length > 0) return { ...broken('moved'), now: [...new Set(exact.map(({ from }) => idAt(from)))] };
  const first = text.block.findIndex((block) => block >= place.first && block <= place.last);
  const last = text.block.findLastIndex((block) => block >= place.first && block <= place.last);
  const own = first < 0 ? null : { from: first, to: Math.min(text.text.length, last + 1 + words.length) };
  for (const { from, to } of [...(own ? [own] : []), { from: 0, to: text.text.length }]) {
    const found = nearest(text.text.slice(from, to), words);
    if (found.edits > words.length * MOST_CHANGED) continue;
    const at = { from: from + found.from, to: from + found.to };
    const shown = differences(beside.trim().replace(FINAL, ''), wordsOf(blocks, text, at));
    return { ...broken('misquoted'), now: [idAt(at.from)], differences: shown };
  }
  return broken('absent');
}

function fine(verdict: VerdictName): Judgement {
  return { verdict, broken: false, now: [], differences: [] };
}

function broken(verdict: VerdictName): Judgement {
  return { verdict, broken: true, now: [], differences: [] };
}
