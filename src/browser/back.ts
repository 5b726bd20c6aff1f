/** The way back: to where one read when last here, and to where one was before following a link within the page. */
import type { Place } from './place.ts';

const KEY = 'places';
/** So many speeches are remembered, the latest. */
const REMEMBERED = 50;

export function offerWayBack(document: Document, here: Place): void {
  const id = document.querySelector<HTMLElement>('[data-speech-text]')?.dataset.id;
  const offer = document.querySelector<HTMLElement>('[data-back]');
  const link = offer?.querySelector('a');
  if (!id || !offer || !link) return;

  const propose = (anchor: string | undefined, words = '') => {
    if (!anchor || !document.getElementById(anchor)) return;
    link.hash = anchor;
    link.textContent = words;
    offer.hidden = false;
  };
  if (!location.hash && !location.search) {
    propose(readPlaces()[id], offer.dataset.lastTime);
    // Who reads on from the beginning does not want it.
    addEventListener('scroll', function gone() {
      if (scrollY < 2 * innerHeight) return;
      if (link.textContent === offer.dataset.lastTime) offer.hidden = true;
      removeEventListener('scroll', gone);
    });
  }
  document.addEventListener('click', ({ target }) => {
    const pressed = (target as Element).closest('a');
    if (pressed === link) offer.hidden = true;
    else if (pressed?.getAttribute('href')?.startsWith('#') && !pressed.matches('.handle'))
      propose(here(), offer.dataset.before);
  });
  offer.querySelector('button')?.addEventListener('click', () => {
    offer.hidden = true;
  });
  addEventListener('pagehide', () => writePlace(id, here()));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') writePlace(id, here());
  });
}

/** Forgets where every speech was left. */
export function forgetPlaces(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {}
}

/** Anchors by id of the speech, the latest last; none where storage is refused or holds something else. */
function readPlaces(): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept ? (kept as Record<string, string>) : {};
  } catch {
    return {};
  }
}

/** At the head of a page there is nothing to come back to. */
function writePlace(id: string, anchor: string): void {
  const { [id]: _, ...others } = readPlaces();
  const all = Object.entries(anchor ? { ...others, [id]: anchor } : others).slice(-REMEMBERED);
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(all)));
  } catch {}
}
