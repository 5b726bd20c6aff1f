/** Simplified and Traditional forms of characters, out of OpenCC's tables of single characters in both directions. */
import { from as simplified } from 'opencc-js/preset/cn2t';
import { to as traditional } from 'opencc-js/preset/t2cn';
import { type FormPairs, formsOf } from '../../src/search/forms.ts';

/** Of the pairs those whose characters are tied to one that is present: with them, representatives are the same as with all. */
export function formsFor(present: ReadonlySet<string>, pairs: FormPairs): FormPairs {
  const forms = formsOf(pairs);
  const keys = new Set([...present].map((character) => forms.key(character)));
  return pairs.filter(([character]) => keys.has(forms.key(character)));
}

/** Pairs `[traditional, simplified]`, sorted. Characters beyond the basic plane are left out: offsets would not hold. */
export const allForms: FormPairs = pairsOfTables();

function pairsOfTables(): FormPairs {
  const pairs = new Set([
    ...entries(traditional.cn).map(([from, to]) => from + to),
    ...entries(simplified.cn).map(([from, to]) => to + from),
  ]);
  return [...pairs]
    .filter((pair) => pair.length === 2)
    .sort()
    .map((pair) => [pair[0] as string, pair[1] as string]);
}

/** OpenCC's tables are strings: `發 发|髮 发`. */
function entries(groups: (typeof traditional)[string] | undefined): [string, string][] {
  const tables = (groups ?? []).flat().filter((table): table is string => typeof table === 'string');
  return tables
    .flatMap((table) => table.split('|'))
    .map((entry) => entry.split(' ') as [string, string])
    .filter(([one, other]) => one.length === 1 && other?.length === 1 && one !== other);
}
