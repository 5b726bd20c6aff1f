/** The search inside the open speech: what is typed above the outline is found in the text, and the outline says where. */
import { hitWords as words } from '../data/hit-words.ts';
import { type Sought, type SpeechHits, speechHits } from './hits.ts';
import { create, pieceView } from './search-view.ts';

type Line = ReturnType<SpeechHits['lines']>[number];

/** Brings the field to life, with what has been typed into it by now. */
/** @param find holds the field */
export function findInSpeech(find: HTMLElement): void {
  const field = find.querySelector('input') as HTMLInputElement;
  const outline = find.closest('.outline') as HTMLElement;
  const status = create('p', { role: 'status', className: 'outline-found' });
  find.after(status);
  let own: Sought | undefined;
  const look = () => {
    own = { query: field.value, exactForms: false };
    void speechHits.find(own);
  };
  field.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) look();
  });
  field.addEventListener('compositionend', look);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) speechHits.step(1);
  });
  const show = () => {
    const { query } = speechHits.sought;
    // To what was typed here nothing is written: that would break off what is being composed by now.
    if (speechHits.sought !== own) field.value = query;
    status.textContent = query === '' ? '' : words.found(speechHits.hits.length);
    showLines(outline);
  };
  speechHits.onChange(show);
  if (field.value === '') show();
  else look();
}

/** Counts beside the entries that have hits under them, lines below on a press. */
function showLines(outline: HTMLElement): void {
  for (const old of outline.querySelectorAll('.outline-count, .outline-hits')) old.remove();
  const lines = speechHits.lines();
  // A part that is closed would hide what it holds.
  if (lines.length > 0)
    for (const toggle of outline.querySelectorAll<HTMLElement>('.fold-toggle[aria-expanded=false]')) toggle.click();
  const links = [...outline.querySelectorAll<HTMLAnchorElement>('.outline-top a, ol a[href^="#"]')];
  for (const [link, own] of byEntry(links, lines)) link.after(...entryView(link, own));
}

/** The lines under the entry of the outline that they stand in; those before all parts under the first. */
function byEntry(links: HTMLAnchorElement[], lines: Line[]): Map<HTMLAnchorElement, Line[]> {
  const parts = links.map((link) => document.getElementById(link.hash.slice(1)));
  const entries = new Map<HTMLAnchorElement, Line[]>();
  for (const line of lines) {
    const at = parts.findLastIndex((part) => part && begins(part, line.hit.range.startContainer));
    const link = links[Math.max(0, at)];
    if (link) entries.set(link, [...(entries.get(link) ?? []), line]);
  }
  return entries;
}

/** Whether the text stands in the element or behind its beginning. */
function begins(part: Element, text: Node): boolean {
  const { DOCUMENT_POSITION_FOLLOWING, DOCUMENT_POSITION_CONTAINED_BY } = Node;
  const position = part.compareDocumentPosition(text);
  return (position & (DOCUMENT_POSITION_FOLLOWING | DOCUMENT_POSITION_CONTAINED_BY)) !== 0;
}

function entryView(link: HTMLAnchorElement, lines: Line[]): HTMLElement[] {
  const count = lines.reduce((sum, { line }) => sum + line.count, 0);
  const heading = link.firstChild?.textContent ?? '';
  const list = create('ol', { className: 'outline-hits', hidden: true }, ...lines.map(lineView));
  const button = create(
    'button',
    { type: 'button', className: 'outline-count', ariaExpanded: 'false' },
    words.hits(count),
  );
  button.ariaLabel = words.entry(heading, count);
  button.addEventListener('click', () => {
    list.hidden = !list.hidden;
    button.ariaExpanded = String(!list.hidden);
  });
  return [button, list];
}

function lineView({ line, hit, index }: Line): HTMLElement {
  const link = create('a', { href: `#${hit.block.id}` }, ...line.pieces.map(pieceView));
  if (line.cutBefore) link.prepend('……');
  if (line.cutAfter) link.append('……');
  link.addEventListener('click', (event) => {
    event.preventDefault();
    speechHits.go(index);
  });
  return create('li', {}, link);
}
