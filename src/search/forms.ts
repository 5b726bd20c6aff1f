/**
 * Simplified and Traditional forms of a character, after the tables of OpenCC. Two characters are forms of one another if one of them is
 * a simplified form of the other; 發 and 髮 are both forms of 发, and not of one another.
 */

/** Pairs `[traditional, simplified]` of one UTF-16 unit each. */
export type FormPairs = readonly (readonly [string, string])[];

/** Units that become text in one call; an engine takes only so many arguments. */
const AT_ONCE = 4096;

export class Forms {
  readonly #others = new Map<string, Set<string>>();
  /** One representative of all characters that are tied by forms, for narrowing. */
  readonly #keys = new Map<string, string>();
  /** The same by code; 0 is its own. */
  readonly #keyUnits = new Uint16Array(0x10000);

  constructor(pairs: FormPairs) {
    for (const [a, b] of pairs) {
      if (a === b) continue;
      this.#add(a, b);
      this.#add(b, a);
    }
    for (const character of this.#others.keys()) this.#tie(character);
  }

  /** The text with every character as its representative; as long as before. Texts that match in any form have equal keys. */
  key(folded: string): string {
    if (this.#keys.size === 0) return folded;
    const units = new Uint16Array(folded.length);
    for (let at = 0; at < folded.length; at++) {
      const code = folded.charCodeAt(at);
      units[at] = this.#keyUnits[code] || code;
    }
    let key = '';
    for (let at = 0; at < units.length; at += AT_ONCE)
      key += String.fromCharCode.apply(null, units.subarray(at, at + AT_ONCE) as unknown as number[]);
    return key;
  }

  /** Whether two characters are the same or forms of one another. */
  same(a: string, b: string): boolean {
    return a === b || (this.#others.get(a)?.has(b) ?? false);
  }

  /** All forms of a character, itself first. */
  of(character: string): string[] {
    return [character, ...(this.#others.get(character) ?? [])];
  }

  #add(character: string, other: string): void {
    this.#others.set(character, (this.#others.get(character) ?? new Set()).add(other));
  }

  /** Gives all that hang together with a character the same key. */
  #tie(character: string): void {
    if (this.#keys.has(character)) return;
    const tied = new Set([character]);
    for (const each of tied) for (const other of this.#others.get(each) ?? []) tied.add(other);
    for (const each of tied) this.#keys.set(each, character);
    for (const each of tied) this.#keyUnits[each.charCodeAt(0)] = character.charCodeAt(0);
  }
}

/** Every character is a form of itself alone. */
export const noForms = new Forms([]);

const made = new WeakMap<FormPairs, Forms>();

/** The forms of a library; made once for the same list. */
export function formsOf(pairs: FormPairs): Forms {
  const forms = made.get(pairs) ?? new Forms(pairs);
  made.set(pairs, forms);
  return forms;
}
