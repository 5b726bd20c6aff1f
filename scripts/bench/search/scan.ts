/** The texts of a large library as the judge reads them, scanned whole for each query. */
import type { Speech } from '../../../src/text/speech.ts';
import { FormTable } from '../../proofs/search/forms.ts';
import { patternOf } from '../../proofs/search/pattern.ts';
import { plain } from '../../proofs/search/plain.ts';
import type { Counts } from './statistics.ts';

/** Between the blocks of a text: no query holds it, so that nothing is found across. */
const BREAK = '\n';

export class Scan {
  readonly #texts = new Map<string, string>();
  readonly #characters = new Set<string>();
  #forms: FormTable | undefined;
  /** Of all texts, punctuation included. */
  characters = 0;

  add({ meta, blocks }: Speech): void {
    const all = blocks.flatMap((block) => (block.kind === 'omission' ? [] : [block]));
    const text = all.map((block) => plain(block).text).join(BREAK);
    for (const block of all) this.characters += block.text.length;
    this.#texts.set(meta.id, text);
    for (const character of text) this.#characters.add(character);
  }

  get documents(): number {
    return this.#texts.size;
  }

  /** Occurrences of one run of text, by document. */
  find(words: string): Counts {
    const pattern = this.#pattern(words);
    const found: Record<string, number> = {};
    for (const [id, text] of this.#texts) {
      const count = text.match(pattern)?.length ?? 0;
      if (count > 0) found[id] = count;
    }
    return found;
  }

  /** Share of the documents that hold it, judged by every so-manieth. */
  frequency(words: string, every = 1): number {
    const pattern = this.#pattern(words);
    const texts = [...this.#texts.values()].filter((_, number) => number % every === 0);
    return texts.filter((text) => text.search(pattern) >= 0).length / texts.length;
  }

  #pattern(words: string): RegExp {
    this.#forms ??= new FormTable(this.#characters);
    const pattern = patternOf(words, this.#forms, this.#characters);
    if (!pattern) throw new Error(`没有要找的字：${words}`);
    return pattern;
  }
}
