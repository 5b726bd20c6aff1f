/** Nothing found, as a statement that can be cited: what was looked for, how, in what, and where to look again. */
import { searchWords as words } from '../data/search-words.ts';
import { fitsAddress } from '../search/arrival.ts';
import type { Findings } from '../search/findings.ts';
import { formsOf } from '../search/forms.ts';
import { parseQuery, type Term } from '../search/language.ts';
import type { Catalogue } from '../search/library.ts';
import { foldQuery } from '../text/fold.ts';
import type { TagLabels } from './search-labels.ts';
import { chosenTags, type SearchState } from './search-state.ts';

const said = words.statement;

/** Names and what they say, in order; the last is the address of the search. */
export type Statement = [name: string, value: string][];

/** @param address of this very search */
export function statementOf(
  state: SearchState,
  findings: Pick<Findings, 'candidates'>,
  catalogue: Catalogue,
  labels: Pick<TagLabels, 'of'>,
  address: string,
): Statement {
  const chosen = chosenTags(state.filters).map(({ name, slug }) => `${words.filters[name]} ${labels.of(name, slug)}`);
  const { candidates } = findings;
  const { documents, characters, version } = catalogue;
  return [
    [said.sought, soughtWords(state.query)],
    [said.forms, formsWords(state, catalogue)],
    ...(chosen.length > 0 ? ([[said.filters, chosen.join('、')]] satisfies Statement) : []),
    [said.searched, said.extent(documents, words.units[state.scope], characters)],
    [said.result, candidates > 0 ? said.noneChecked(candidates) : said.none],
    ...(version ? ([[said.version, version]] satisfies Statement) : []),
    [said.address, fitsAddress(state.query) ? address : said.tooLong],
  ];
}

export function statementText(statement: Statement): string {
  return statement.map(([name, value]) => said.line(name, value)).join('\n');
}

/** The query as it was understood, e.g. `“产业”或“行业”，并且含有“人才”，不含“农业”`. */
export function soughtWords(query: string): string {
  const { all, none } = parseQuery(query);
  const any = (terms: Term[]) => terms.map(termWords).join(said.any);
  return all.map(any).join(said.and) + (none.length > 0 ? said.without(none.map(termWords).join('、')) : '');
}

function termWords({ words: written, exact, field }: Term): string {
  return `${said.fields[field]}“${written}”${exact ? said.exact : ''}`;
}

/** Which forms of the characters were tried as well. */
function formsWords({ query, exactForms }: SearchState, catalogue: Catalogue): string {
  if (exactForms) return `${said.folded}；${said.exactForms}`;
  const { all, none } = parseQuery(query);
  const forms = formsOf(catalogue.forms);
  const characters = new Set(
    [...all.flat(), ...none].flatMap((term) => (term.exact ? [] : foldQuery(term.words))).join(''),
  );
  const tried = [...characters].map((character) => forms.of(character)).filter(({ length }) => length > 1);
  const pairs = tried.map((all) => all.join('／')).join('、');
  return `${said.folded}；${pairs ? said.variants(pairs) : said.noVariants}`;
}
