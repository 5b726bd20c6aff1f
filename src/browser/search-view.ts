/** Findings as elements. Words of texts and queries are only ever set as text. */
import { dateInWords } from '../data/known-date.ts';
import { searchWords as words } from '../data/search-words.ts';
import { formatArrival } from '../search/arrival.ts';
import type { Piece } from '../search/excerpt.ts';
import type { Findings } from '../search/findings.ts';
import type { FoundDocument, Hit } from '../search/found.ts';
import type { SearchState } from './search-state.ts';

/** So many lines of a document are shown at first; the rest on a press. */
const LINES = 5;
/** So many documents follow on each press. */
const MORE = 50;

type Request = Pick<SearchState, 'query' | 'exactForms'>;

/** Documents by their numbers, with their lines. Where it fails it says so to the reader itself. */
export type Fetch = (documents: number[]) => Promise<FoundDocument[]>;

/** The results of a search, grouped by document. */
export function resultsView({ documents, rest }: Findings, request: Request, fetch: Fetch): HTMLElement[] {
  const numbers = rest.map(({ document }) => document);
  return groupsView(documents, numbers, request, fetch);
}

function groupsView(documents: FoundDocument[], rest: number[], request: Request, fetch: Fetch): HTMLElement[] {
  const groups = documents.map((found) => groupView(found, request));
  if (rest.length === 0) return groups;
  const more = async () => groupsView(await fetch(rest.slice(0, MORE)), rest.slice(MORE), request, fetch);
  return [...groups, moreView(words.moreDocuments(MORE, rest.length), more)];
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
  const more = async () => rest.map((hit) => hitView(found, hit, request));
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

/** A button that gives way to what it promises, its focus to the first of it; it stays where that cannot be had. */
function moreView(label: string, more: () => Promise<HTMLElement[]>): HTMLButtonElement {
  const button = create('button', { type: 'button', className: 'search-more' }, label);
  button.addEventListener('click', async () => {
    if (button.ariaBusy) return;
    button.ariaBusy = 'true';
    const shown = await more().catch(() => null);
    button.ariaBusy = null;
    if (!shown) return;
    const held = document.activeElement === button || document.activeElement === document.body;
    (button.closest('.search-rest') ?? button).replaceWith(...shown);
    if (held) shown[0]?.querySelector('a')?.focus();
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
