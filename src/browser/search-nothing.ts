/** What stands in place of results: the statement of nothing found, other ways to a speech, what went wrong. */
import { searchWords as words } from '../data/search-words.ts';
import type { Suggestion } from '../search/suggest.ts';
import { copyWords } from './clipboard.ts';
import type { Choose } from './search-side.ts';
import { chosenTags, inScope, type SearchState } from './search-state.ts';
import { type Statement, statementText } from './search-statement.ts';
import { create, site } from './search-view.ts';

const said = words.statement;

export function statementView(statement: Statement): HTMLElement {
  const facts = create(
    'dl',
    {},
    ...statement.flatMap(([name, value]) => [create('dt', {}, name), valueView(name, value)]),
  );
  const copied = create('span', { role: 'status' });
  const copy = create('button', { type: 'button', className: 'search-button' }, said.copy);
  copy.addEventListener('click', async () => {
    const done = await copyWords(statementText(statement));
    copied.textContent = done ? said.copied : said.refused;
    if (!done) getSelection()?.selectAllChildren(facts);
  });
  const title = create('h2', {}, said.title);
  return create('section', { className: 'search-statement' }, title, facts, create('p', {}, copy, copied));
}

function valueView(name: string, value: string): HTMLElement {
  const isAddress = name === said.address && URL.canParse(value);
  return create('dd', {}, isAddress ? create('a', { href: value }, decodeURI(value)) : value);
}

/** Other queries that have hits, by what they are. */
export function suggestionsView(suggestions: readonly Suggestion[], search: (query: string) => void): HTMLElement[] {
  if (suggestions.length === 0) return [create('p', {}, words.noNear)];
  return (['pinyin', 'near', 'part'] as const).flatMap((kind) => {
    const buttons = suggestions
      .filter((suggestion) => suggestion.kind === kind)
      .map(({ query }) => {
        const button = create('button', { type: 'button', className: 'search-word' }, query);
        button.addEventListener('click', () => search(query));
        return create('li', {}, button);
      });
    if (buttons.length === 0) return [];
    const list = create('ul', { ariaLabel: words.suggestions[kind] }, ...buttons);
    return [create('p', {}, words.suggestions[kind]), list];
  });
}

/** Ways to search on with one thing changed. */
export function changesView(state: SearchState, choose: Choose): HTMLElement {
  const other = state.scope === 'docs' ? 'speeches' : 'docs';
  const changes: [string, Partial<SearchState>][] = [
    ...(chosenTags(state.filters).length > 0 ? ([[words.withoutFilters, { filters: {} }]] as const) : []),
    ...(state.exactForms ? ([[words.withForms, { exactForms: false }]] as const) : []),
    [words.elsewhere[state.scope], { ...inScope(state, other), filters: {} }],
  ].map(([label, change]) => [label as string, change as Partial<SearchState>]);
  const buttons = changes.map(([label, change]) => {
    const button = create('button', { type: 'button', className: 'search-button' }, label);
    button.addEventListener('click', () => choose(() => change));
    return create('li', {}, button);
  });
  return create('ul', { className: 'search-offers' }, ...buttons);
}

/** Other ways to find a speech. */
export function listsView(): HTMLElement {
  const links = (['speeches', 'topics', 'places', 'years'] as const).map((name) =>
    create('li', {}, create('a', { href: site(`${name}/`) }, words.lists[name])),
  );
  return create('ul', { className: 'search-offers' }, ...links);
}
