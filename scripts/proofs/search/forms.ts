/** Forms of a character as OpenCC converts it, asked character by character. */
import { Converter } from 'opencc-js';

const simplify = Converter({ from: 't', to: 'cn' });
const complicate = Converter({ from: 'cn', to: 't' });

/** The characters of `among` that are the simplified or the traditional form of another, the other included. */
export class FormTable {
  readonly #forms = new Map<string, Set<string>>();

  constructor(among: Iterable<string>) {
    for (const character of new Set(among)) {
      for (const other of [simplify(character), complicate(character)])
        if (other !== character) this.#tie(character, other);
    }
  }

  /** The character itself and its forms. */
  of(character: string): string[] {
    const others = [simplify(character), complicate(character), ...(this.#forms.get(character) ?? [])];
    return [...new Set([character, ...others])].filter((each) => each.length === character.length);
  }

  #tie(one: string, other: string): void {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      this.#forms.set(from, (this.#forms.get(from) ?? new Set()).add(to));
  }
}
