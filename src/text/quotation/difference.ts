/** In which characters two passages differ, by what a quotation counts as the same. */
import { diffArrays } from 'diff';
import { foldBlocks } from './folded.ts';

/** `same` stands in both (written as in the later one), `gone` in the earlier one alone, `new` in the later one alone. */
export interface Difference {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** A folded sign and how it is written. */
interface Sign {
  folded: string;
  written: string;
}

/** All of `after` and what of `before` is not in it, in reading order. */
export function differences(before: string, after: string): Difference[] {
  const changes = diffArrays(signs(before), signs(after), { comparator: (one, other) => one.folded === other.folded });
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value.map(({ written }) => written).join(''),
  }));
}

/** What folds to nothing is written with the sign before it; a surrogate pair is one sign. */
function signs(words: string): Sign[] {
  const folded = foldBlocks([{ id: '', text: words }]);
  const starts = folded.from.flatMap((from, unit) => (unit > 0 && from === folded.from[unit - 1] ? [] : [unit]));
  return starts.map((unit, index) => {
    const next = starts[index + 1] ?? folded.text.length;
    return {
      folded: folded.text.slice(unit, next),
      written: words.slice(folded.from[unit], folded.from[next] ?? words.length),
    };
  });
}
