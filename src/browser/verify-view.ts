/** Where a passage stands, as elements. Words of texts and passages are only ever set as text. */
import { quoteWords } from '../data/quote-words.ts';
import { verifyWords as words } from '../data/verify-words.ts';
import type { Catalogue } from '../search/library.ts';
import type { PassageDocument, PassageFindings, PassagePlace } from '../search/verify.ts';
import { differenceView } from './difference-view.ts';
import { create, site } from './search-view.ts';

/** Speeches with something near are shown up to so many. */
const NEAR = 10;

export interface VerifiedView {
  state: 'exact' | 'near' | 'nowhere';
  said: string;
  views: HTMLElement[];
}

export function verifiedView({ exact, near, left }: PassageFindings, catalogue: Catalogue): VerifiedView {
  const places = exact.reduce((sum, found) => sum + found.places.length, 0);
  const searched = words.searched(catalogue.documents, catalogue.characters);
  const views = [
    ...(exact.length > 0 ? [create('h2', {}, words.exactTitle), ...exact.map(documentView)] : []),
    ...(near.length > 0 ? [create('h2', {}, words.nearTitle), create('p', {}, words.legend)] : []),
    ...near.slice(0, NEAR).map(documentView),
    ...(left > 0 ? [create('p', {}, words.left(left))] : []),
  ];
  if (exact.length > 0) return { state: 'exact', said: words.exact(places, exact.length) + searched, views };
  if (near.length > 0) return { state: 'near', said: words.nearOnly(near.length) + searched, views };
  return { state: 'nowhere', said: words.nowhere + searched, views };
}

function documentView({ record, places }: PassageDocument): HTMLElement {
  const title = create('h3', {}, create('a', { href: site(record.path) }, record.title));
  const list = create('ul', { className: 'ways' }, ...places.map((place) => placeView(record.path, place)));
  const first = places[0];
  const group = create('section', { className: 'verify-place' }, title, list);
  if (first && first.edits > 0)
    group.append(create('p', {}, words.nearNote(first.edits)), differenceView(first.differences));
  group.dataset.document = record.id;
  return group;
}

function placeView(path: string, { address, anchor }: PassagePlace): HTMLElement {
  const name = quoteWords.place[anchor] ?? anchor;
  return create('li', {}, create('a', { href: `${site(path)}${address}` }, `${words.place} ${name}`));
}
