/** Findings as elements. Words of texts and queries are only ever set as text. */
import { dateInWords } from '../data/known-date.ts';
import { searchWords as words } from '../data/search-words.ts';
import { formatArrival } from '../search/arrival.ts';
import type { Piece } from '../search/excerpt.ts';
import type { Findings, FoundDocument, Hit } from '../search/query.ts';
import type { SearchState } from './search-state.ts';

/** So many documents, and lines of each, are shown at first; the rest on a press. */
const DOCUMENTS = 20;
const LINES = 5;
/** So many documents follow on each press. */
const MORE = 50;

type Request = Pick<SearchState, 'query' | 'exactForms'>;

/** The results of a search, grouped by document. */
export function resultsView({ documents }: Findings, request: Request): HTMLElement[] {
  return groupsView(documents, request, DOCUMENTS);
}

function groupsView(documents: FoundDocument[], request: Request, shown: number): HTMLElement[] {
  const groups = documents.slice(0, shown).map((found) => groupView(found, request));
  const rest = documents.slice(shown);
  if (rest.length === 0) return groups;
  return [...groups, moreView(words.moreDocuments(MORE, rest.length), () => groupsView(rest, request, MORE))];
}

function groupView(found: FoundDocument, request: Request): HTMLElement {
  const { hits, count } = found;
  const list = create(
    'ol',
    { className: 'search-lines' },
    ...hits.slice(0, LINES).map((hit) => hitView(found, hit, request)),
  );
  const rest = hits.slice(LINES);
  const title = create('h2', {}, create('a', { href: address(found, request) }, found.title));
  if (found.titleDerived) title.append(create('span', { className: 'search-tag' }, words.derivedTitle));
  const facts = [found.date && dateInWords(found.date), found.place, words.hits(count)].filter((fact) => fact !== null);
  const group = create('section', { className: 'search-group' }, title, factsView(facts), list);
  group.dataset.document = found.id;
  if (rest.length === 0) return group;
  const more = () => rest.map((hit) => hitView(found, hit, request));
  list.append(create('li', { className: 'search-rest' }, moreView(words.moreHits(rest.length), more)));
  return group;
}

function factsView(facts: string[]): HTMLElement {
  return create('p', { className: 'search-facts' }, ...facts.map((fact) => create('span', {}, fact)));
}

function hitView(found: FoundDocument, hit: Hit, request: Request): HTMLElement {
  const section = hit.path.length > 0 ? hit.path : [words.kinds[hit.kind]];
  const path = create('span', { className: 'search-path' }, ...section.map((entry) => create('span', {}, entry)));
  if (hit.pieces.some(({ otherForm }) => otherForm))
    path.append(create('span', { className: 'search-tag' }, words.otherForm));
  const line = create('span', { className: 'search-line' }, ...hit.pieces.map(pieceView));
  if (hit.cutBefore) line.prepend('……');
  if (hit.cutAfter) line.append('……');
  const item = create('li', {}, create('a', { href: address(found, request, hit) }, path, line));
  item.dataset.block = hit.block;
  item.dataset.count = String(hit.count);
  return item;
}

/** A piece of a line: marked where it is a hit, and a hidden word as on the page. */
export function pieceView({ text, hit, redaction, otherForm }: Piece): Node {
  const shown = redaction ? create('span', { className: 'redaction', title: words.redaction }, text) : text;
  if (shown instanceof HTMLElement) {
    shown.setAttribute('role', 'img');
    shown.setAttribute('aria-label', words.redaction);
  }
  if (otherForm) return create('mark', { className: 'search-other-form', title: words.otherForm }, shown);
  return hit ? create('mark', {}, shown) : typeof shown === 'string' ? document.createTextNode(shown) : shown;
}

/** A button that gives way to what it promises; the focus goes on to the first of it. */
function moreView(label: string, more: () => HTMLElement[]): HTMLButtonElement {
  const button = create('button', { type: 'button', className: 'search-more' }, label);
  button.addEventListener('click', () => {
    const place = button.closest('.search-rest') ?? button;
    const shown = more();
    place.replaceWith(...shown);
    shown[0]?.querySelector('a')?.focus();
  });
  return button;
}

/** Where a document or a hit opens; the page marks the words itself. */
function address({ path }: FoundDocument, request: Request, hit?: Hit): string {
  const arrival = formatArrival({ ...request, hit: hit?.ordinal ?? null });
  return `${site(path)}${arrival}${hit?.block ? `#${hit.block}` : ''}`;
}

/** Address of a page of this site, e.g. `topics/`. */
export function site(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`;
}

/** An element with properties and children; strings become text. */
export function create<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Puts others in the place of what an element holds; a focus that would be lost with it goes to `otherwise`. */
export function replaceKeepingFocus(element: HTMLElement, children: Node[], otherwise: HTMLElement): void {
  const held = element.contains(document.activeElement);
  element.replaceChildren(...children);
  if (held && !element.contains(document.activeElement)) otherwise.focus();
}
