/** Builds a quotation in the host's document, node by node: no markup is ever parsed. */
import type { Element, ElementContent } from 'hast';
import { embedWords } from '../data/embed-words.ts';
import { bestDate, dateInWords } from '../data/known-date.ts';
import { textWords } from '../data/text-words.ts';
import { element } from '../loader/element.ts';
import { inline } from '../loader/inline.ts';
import { omission } from '../loader/omission.ts';
import { table } from '../loader/table.ts';
import type { Meta, Speech } from '../text/speech.ts';
import type { Piece } from './part.ts';

/** A piece as the page shows it, with its ids and handles, which `draw` leaves out. */
export function pieceTree(speech: Speech, piece: Piece): Element {
  if (!('to' in piece)) return omission(speech, piece.block);
  const { block, from, to } = piece;
  if (block.kind === 'table') return table(speech, block, new Set());
  const level = block.kind === 'heading' ? block.level : block.kind === 'title' ? 0 : null;
  const heading = level === null ? {} : { role: 'heading', ariaLevel: String(Math.min(level + 2, 6)) };
  const kind = block.kind === 'paragraph' ? (block.role ?? block.kind) : block.kind;
  return element('p', { className: [kind], ...heading }, ...inline(block, new Set(), from, to));
}

/** The line that says whose words these are. */
export function sourceTree(meta: Meta, said: { link: string; version: string; note: string | null }): Element {
  const known = bestDate(meta);
  const date = known ? `${embedWords.dates[known.kind]} ${dateInWords(known.date)}` : embedWords.undated;
  const title = meta.titleDerived ? `${meta.title}（${textWords.derived.tag}）` : meta.title;
  const facts = [
    meta.place ?? embedWords.placeUnknown,
    date,
    `${embedWords.version} ${said.version}`,
    ...(said.note ? [said.note] : []),
  ];
  return element('figcaption', {}, element('a', { href: said.link }, title), ` · ${facts.join(' · ')}`);
}

/**
 * @param page links such as `#n1` lead there
 * @returns null for a permalink handle: the line of the source has the link
 */
export function draw(document: Document, node: ElementContent, page: string): Node | null {
  if (node.type === 'text') return document.createTextNode(node.value);
  if (node.type !== 'element' || [node.properties.className].flat().includes('handle')) return null;
  const drawn = document.createElement(node.tagName);
  for (const [name, value] of Object.entries(node.properties)) {
    if (name !== 'id' && value !== undefined && value !== null) drawn.setAttribute(attribute(name), told(value));
  }
  if (drawn instanceof HTMLAnchorElement) drawn.href = new URL(drawn.getAttribute('href') ?? '', page).href;
  for (const child of node.children) {
    const inner = draw(document, child, page);
    if (inner) drawn.append(inner);
  }
  return drawn;
}

/** `ariaLabel` → `aria-label`, `className` → `class`. */
function attribute(property: string): string {
  if (property === 'className') return 'class';
  return property.replace(/^(aria|data)(?=[A-Z])/, '$1-').toLowerCase();
}

function told(value: NonNullable<Element['properties'][string]>): string {
  return Array.isArray(value) ? value.join(' ') : String(value);
}
