/** Marks in the outline the place that one has reached. */
import { oncePerFrame } from './frame.ts';
import type { Place } from './place.ts';

/** A part counts as reached when it has come to the top of the window; in px, a little more than the space above a link's target. */
const TOP = 40;

export function followOutline(document: Document): Place {
  const outline = document.getElementById('outline');
  const links = [...(outline?.querySelectorAll<HTMLAnchorElement>('ol a[href^="#"]') ?? [])];
  const parts = links.map((link) => document.getElementById(link.hash.slice(1)));
  const reached = () => {
    const opened = landing.at() ? links.findIndex((link) => link.hash === location.hash) : -1;
    return opened >= 0
      ? opened
      : parts.findLastIndex((part) => part && !part.closest('[hidden]') && topOf(part) <= line(document));
  };
  let current: HTMLAnchorElement | undefined;
  const mark = oncePerFrame(() => {
    const next = links[reached()];
    if (next === current) return;
    current?.removeAttribute('aria-current');
    next?.setAttribute('aria-current', 'location');
    current = next;
    if (outline && next) keepInView(outline, next);
  });
  const landing = new Landing(mark);

  if (links.length > 0) {
    addEventListener('scroll', mark, { passive: true });
    addEventListener('resize', mark);
    mark();
  }
  outline?.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a') && outline.matches(':popover-open')) outline.hidePopover();
  });
  return () => parts[reached()]?.id ?? '';
}

/** Knows whether the window still stands where the last link to a part has put it; then that part is the place, wherever it came to stand. */
class Landing {
  #scroll = Number.NaN;

  constructor(onLanding: () => void) {
    const land = () => {
      const target = document.getElementById(location.hash.slice(1));
      this.#scroll = target && topOf(target) >= 0 && topOf(target) < innerHeight ? scrollY : Number.NaN;
      onLanding();
    };
    addEventListener('hashchange', land);
    addEventListener('load', land);
  }

  at(): boolean {
    return this.#scroll === scrollY;
  }
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

/** Near the end of the page, where the last parts can't come to the top, the line sinks to the foot of the window. */
function line({ documentElement: { scrollHeight } }: Document): number {
  const left = scrollHeight - innerHeight - scrollY;
  return Math.max(TOP, innerHeight - left);
}

/** Scrolls the outline itself, never the page. */
function keepInView(outline: HTMLElement, link: HTMLElement): void {
  const box = outline.getBoundingClientRect();
  const { top, bottom } = link.getBoundingClientRect();
  if (top < box.top || bottom > box.bottom) outline.scrollTop += top - box.top - box.height / 3;
}
