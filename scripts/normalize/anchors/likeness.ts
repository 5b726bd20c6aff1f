/** How much two texts are the same text: the measure by which a changed place keeps its address. */

/** Texts shorter than this many characters have to agree more closely, since stock phrases differ in a word. */
const SHORT = 12;
const ENOUGH = { short: 0.75, long: 0.65 };
/** Pairs of neighbouring characters that have to be shared before the exact measure is worth its time. */
const WORTH_A_LOOK = 0.25;

/** Characters in common and in order, twice their number over both lengths: 1 for equal texts, 0 for nothing in common. Code units. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  return (2 * commonLength(one, other)) / (one.length + other.length);
}

/** The likeness if it is enough to say that one text became the other, else 0. */
export function kinship(one: string, other: string): number {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const enough = longer.length < SHORT ? ENOUGH.short : ENOUGH.long;
  if ((2 * shorter.length) / (one.length + other.length) < enough) return 0;
  if (longer.length >= SHORT && sharedPairs(one, other) < WORTH_A_LOOK) return 0;
  const result = likeness(one, other);
  return result >= enough ? result : 0;
}

/** Finds the texts that are akin to one without a look at each: by the pairs of characters they share, short ones by the characters. */
export class Kin {
  readonly #texts = new Map<number, string>();
  readonly #pairs = new Postings(2);
  readonly #characters = new Postings(1);

  add(index: number, text: string): void {
    this.#texts.set(index, text);
    this.#pairs.add(index, text);
    if (text.length < SHORT) this.#characters.add(index, text);
  }

  /** Index and kinship of every text that has any. */
  of(text: string): { index: number; score: number }[] {
    const worth = (shared: Map<number, number>, size: number, least: number, short: boolean) =>
      [...shared].flatMap(([index, count]) => {
        const other = this.#texts.get(index) as string;
        if (Math.max(text.length, other.length) < SHORT !== short) return [];
        if ((2 * count) / (text.length + other.length - 2 * (size - 1)) < least) return [];
        const score = kinship(text, other);
        return score > 0 ? [{ index, score }] : [];
      });
    const long = worth(this.#pairs.shared(text), 2, WORTH_A_LOOK, false);
    return text.length < SHORT ? [...long, ...worth(this.#characters.shared(text), 1, ENOUGH.short, true)] : long;
  }
}

/** Which texts hold a run of characters of one length, and how often. */
class Postings {
  readonly #size: number;
  readonly #lists = new Map<string, { index: number; count: number }[]>();

  constructor(size: number) {
    this.#size = size;
  }

  add(index: number, text: string): void {
    for (const [run, count] of this.#runs(text)) {
      const list = this.#lists.get(run);
      if (list) list.push({ index, count });
      else this.#lists.set(run, [{ index, count }]);
    }
  }

  /** How many runs each text shares with this one, each counted as often as it stands in both. */
  shared(text: string): Map<number, number> {
    const shared = new Map<number, number>();
    for (const [run, count] of this.#runs(text))
      for (const each of this.#lists.get(run) ?? [])
        shared.set(each.index, (shared.get(each.index) ?? 0) + Math.min(count, each.count));
    return shared;
  }

  #runs(text: string): Map<string, number> {
    const counts = new Map<string, number>();
    for (let at = 0; at + this.#size <= text.length; at++) {
      const run = text.slice(at, at + this.#size);
      counts.set(run, (counts.get(run) ?? 0) + 1);
    }
    return counts;
  }
}

/** Length of the longest common subsequence; time is the product of both lengths, memory the length of the shorter. */
function commonLength(one: string, other: string): number {
  const [across, down] = one.length < other.length ? [one, other] : [other, one];
  let above = new Uint32Array(across.length + 1);
  let row = new Uint32Array(across.length + 1);
  for (let j = 0; j < down.length; j++) {
    const unit = down.charCodeAt(j);
    for (let i = 0; i < across.length; i++) {
      row[i + 1] =
        across.charCodeAt(i) === unit ? (above[i] as number) + 1 : Math.max(above[i + 1] as number, row[i] as number);
    }
    [above, row] = [row, above];
  }
  return above[across.length] as number;
}

/** Dice's coefficient over pairs of neighbouring characters, each counted as often as it stands. */
function sharedPairs(one: string, other: string): number {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < one.length; at++) {
    const pair = one.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 1 < other.length; at++) {
    const pair = other.slice(at, at + 2);
    const left = counts.get(pair) ?? 0;
    if (left > 0) shared++;
    if (left > 0) counts.set(pair, left - 1);
  }
  return (2 * shared) / Math.max(1, one.length + other.length - 2);
}
