/** How much two speeches have in common: the same speech on two sites differs in title, debris and gaps, not in its runs of words. */
import { foldBlock } from '../../src/text/fold.ts';
import { type Speech, textBlocks } from '../../src/text/speech.ts';

const RUN = 5;

/** Speeches that have less in common than this share of the shorter one are not worth a word. */
export const THRESHOLD = 0.3;

/** Every run of five characters of the folded text once, each as a hash of 32 bits. */
export function runsOf(speech: Speech): Set<number> {
  const text = textBlocks(speech)
    .map((block) => foldBlock(block).text)
    .join('');
  const runs = new Set<number>();
  for (let at = 0; at + RUN <= text.length; at++) runs.add(hash(text, at));
  return runs;
}

/** FNV-1a over the UTF-16 units of one run. */
function hash(text: string, at: number): number {
  let value = 0x811c9dc5;
  for (let unit = at; unit < at + RUN; unit++) value = Math.imul(value ^ text.charCodeAt(unit), 0x01000193);
  return value >>> 0;
}

export interface Overlap {
  /** Share of the new speech's runs that the held one has, 0 to 1. */
  ofNew: number;
  /** Share of the held speech's runs that the new one has. */
  ofHeld: number;
}

/** Containment in both directions; an empty speech contains nothing and is contained in nothing. */
export function overlap(fresh: ReadonlySet<number>, held: Uint32Array): Overlap {
  let shared = 0;
  for (const run of held) if (fresh.has(run)) shared++;
  return { ofNew: shared / (fresh.size || 1), ofHeld: shared / (held.length || 1) };
}

export interface Held {
  id: string;
  title: string;
  runs: Uint32Array;
}

export interface Likeness extends Overlap {
  id: string;
  title: string;
}

/** The held speeches that are much like the new one, the likest first. */
export function likenesses(fresh: ReadonlySet<number>, held: readonly Held[]): Likeness[] {
  const strength = ({ ofNew, ofHeld }: Overlap) => Math.max(ofNew, ofHeld);
  return held
    .map(({ id, title, runs }) => ({ id, title, ...overlap(fresh, runs) }))
    .filter((each) => strength(each) >= THRESHOLD)
    .sort((a, b) => strength(b) - strength(a) || (a.id < b.id ? -1 : 1));
}
