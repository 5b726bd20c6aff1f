/** Words by their pinyin: in full (`rengongzhineng`), by initials (`rgzn`), in part (`rengzn`, `rengong`). */
import type { Word } from './words.ts';

/** What may stand between syllables. */
const BETWEEN = /[\s'’‘·-]/gu;
/** Fewer letters are the beginning of too many words. */
const SHORTEST = 2;

/** What was typed as bare letters: `Rén'gōng` → `rengong`, `lǜ` → `lu`. Null where there is anything else. */
export function lettersOf(written: string): string | null {
  const letters = bare(written.replace(BETWEEN, ''));
  return /^[a-z]+$/.test(letters) ? letters : null;
}

/** Words that the letters may stand for, the likeliest first; `letters` as of `lettersOf`. */
export function spelled(letters: string, words: readonly Word[]): Word[] {
  if (letters.length < SHORTEST) return [];
  const fitting = words.flatMap((word) => {
    const kind = spelling(letters, bare(word[2]).split(' '));
    return kind === null ? [] : [{ word, kind }];
  });
  return fitting.toSorted((a, b) => a.kind - b.kind || b.word[1] - a.word[1]).map(({ word }) => word);
}

/** How letters spell a word; the smaller, the likelier it is meant. */
const SPELLINGS = { full: 0, initials: 1, beginning: 2, mixed: 3, initialsOfBeginning: 4, mixedBeginning: 5 };

function spelling(letters: string, syllables: string[]): number | null {
  const full = syllables.join('');
  const initials = syllables.map((syllable) => syllable[0]).join('');
  if (letters === full) return SPELLINGS.full;
  if (letters === initials) return SPELLINGS.initials;
  if (full.startsWith(letters)) return SPELLINGS.beginning;
  const taken = syllablesTaken(letters, syllables);
  if (taken === syllables.length) return SPELLINGS.mixed;
  if (initials.startsWith(letters)) return SPELLINGS.initialsOfBeginning;
  return taken > 0 ? SPELLINGS.mixedBeginning : null;
}

/** How many of the first syllables the letters spell, each in full or by a beginning of it; the most that can be; 0 if none. */
function syllablesTaken(letters: string, syllables: readonly string[]): number {
  let most = 0;
  /** Numbers of letters that the syllables so far can use up. */
  let ends = new Set([0]);
  for (const [index, syllable] of syllables.entries()) {
    const next = new Set<number>();
    for (const end of ends) {
      for (let length = 1; length <= syllable.length && letters[end + length - 1] === syllable[length - 1]; length++)
        next.add(end + length);
    }
    if (next.has(letters.length)) most = index + 1;
    ends = next;
  }
  return most;
}

/** Small letters without tones; `ü` and the `v` that is typed for it as `u`. */
function bare(written: string): string {
  return written.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('v', 'u');
}
