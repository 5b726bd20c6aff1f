/**
 * Lets the reader close the sections of the text. What is closed stays within reach of the browser's own find, of links and of print
 * (`hidden="until-found"`); where a browser does not know that value, no section can be closed.
 */
import { Toggle } from './toggle.ts';

interface Section {
  heading: Element;
  toggle: Toggle;
}

export function foldText(document: Document): void {
  const body = document.querySelector<HTMLElement>('.speech-body');
  if (!body || !('onbeforematch' in body)) return;
  const blocks = [...body.children] as HTMLElement[];
  const { fold: open = '', unfold: closed = '' } = body.dataset;
  const sections = blocks.filter(isHeading).map((heading): Section => {
    const toggle = new Toggle({ open, closed }, () => show(blocks, sections));
    toggle.button.dataset.note = '';
    heading.append(toggle.button);
    return { heading, toggle };
  });
  const reveal = (target: Element | null) => {
    for (const { toggle } of around(target, blocks, sections)) toggle.open = true;
    show(blocks, sections);
  };
  const revealTarget = () => reveal(document.getElementById(location.hash.slice(1)));
  body.addEventListener('beforematch', ({ target }) => reveal(target as Element));
  document.addEventListener('click', ({ target }) => {
    const hash = (target as Element).closest<HTMLAnchorElement>('a[href^="#"]')?.hash;
    if (hash) reveal(document.getElementById(hash.slice(1)));
  });
  addEventListener('hashchange', revealTarget);
}

function isHeading(block: Element): boolean {
  return rank(block) < 7;
}

/** 2 for `h2` and so on; 7 for what is no heading. */
function rank({ tagName }: Element): number {
  return /^H[2-6]$/.test(tagName) ? Number(tagName[1]) : 7;
}

/** A block is hidden if it stands below a closed heading; its own section may be closed besides. Notes and removed places belong to the whole text. */
function show(blocks: HTMLElement[], sections: Section[]): void {
  let closed = 7;
  for (const block of blocks) {
    if (rank(block) <= closed) closed = 7;
    if (block.matches('.note, .removed')) continue;
    block.toggleAttribute('hidden', closed < 7);
    if (closed < 7) block.setAttribute('hidden', 'until-found');
    const own = sections.find(({ heading }) => heading === block);
    if (closed === 7 && own && !own.toggle.open) closed = rank(block);
  }
}

/** The sections that hold a place, its own heading's section left out. */
function around(target: Element | null, blocks: Element[], sections: Section[]): Section[] {
  const at = blocks.findIndex((block) => block.contains(target));
  const found: Section[] = [];
  let above = at < 0 ? 0 : rank(blocks[at] as Element);
  for (let i = at - 1; i >= 0; i--) {
    const block = blocks[i] as Element;
    if (rank(block) >= above) continue;
    above = rank(block);
    found.push(...sections.filter(({ heading }) => heading === block));
  }
  return found;
}
