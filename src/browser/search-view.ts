/** Findings as elements. Words of texts and queries are only ever set as text. */
import { searchWords as words } from '../data/search-words.ts';
import type { Piece } from '../search/excerpt.ts';
import type { Findings, FoundDocument, Hit } from '../search/query.ts';

/** So many documents, and lines of each, are shown at first; the rest on a press. */
const DOCUMENTS = 20;
const LINES = 5;

/** The results of a search, grouped by document. */
export function resultsView(findings: Findings): HTMLElement[] {
  const { documents, query } = findings;
  const groups = documents.slice(0, DOCUMENTS).map((found) => groupView(found, query));
  if (documents.length <= DOCUMENTS) return groups;
  const rest = documents.slice(DOCUMENTS);
  return [...groups, moreView(words.moreDocuments(rest.length), () => rest.map((found) => groupView(found, query)))];
}

function groupView(found: FoundDocument, query: string): HTMLElement {
  const { hits, count } = found;
  const list = create(
    'ol',
    { className: 'search-lines' },
    ...hits.slice(0, LINES).map((hit) => hitView(found, hit, query)),
  );
  const rest = hits.slice(LINES);
  const title = create('h2', {}, create('a', { href: address(found, '', query) }, found.title));
  if (found.titleDerived) title.append(create('span', { className: 'search-tag' }, words.derivedTitle));
  const facts = [found.date?.slice(0, 4) ?? null, found.place, words.hits(count)].filter((fact) => fact !== null);
  const group = create('section', { className: 'search-group' }, title, factsView(facts), list);
  group.dataset.document = found.id;
  if (rest.length === 0) return group;
  const more = () => rest.map((hit) => hitView(found, hit, query));
  list.append(create('li', { className: 'search-rest' }, moreView(words.moreHits(rest.length), more)));
  return group;
}

function factsView(facts: string[]): HTMLElement {
  return create('p', { className: 'search-facts' }, ...facts.map((fact) => create('span', {}, fact)));
}

function hitView(found: FoundDocument, hit: Hit, query: string): HTMLElement {
  const section = hit.path.length > 0 ? hit.path : [words.kinds[hit.kind]];
  const path = create('span', { className: 'search-path' }, ...section.map((entry) => create('span', {}, entry)));
  const line = create('span', { className: 'search-line' }, ...hit.pieces.map(pieceView));
  if (hit.cutBefore) line.prepend('……');
  if (hit.cutAfter) line.append('……');
  const item = create('li', {}, create('a', { href: address(found, hit.block, query) }, path, line));
  item.dataset.block = hit.block;
  item.dataset.count = String(hit.count);
  return item;
}

function pieceView({ text, hit, redaction }: Piece): Node {
  const shown = redaction ? create('span', { className: 'redaction', title: words.redaction }, text) : text;
  if (shown instanceof HTMLElement) {
    shown.setAttribute('role', 'img');
    shown.setAttribute('aria-label', words.redaction);
  }
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

/** Where a hit opens; the page marks the words of `q` itself. */
function address({ path }: FoundDocument, block: string, query: string): string {
  return `${site(path)}?q=${encodeURIComponent(query.toWellFormed())}${block && `#${block}`}`;
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
