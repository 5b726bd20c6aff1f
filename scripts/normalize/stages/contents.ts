/** A table of contents in the copy: used for the outline, no text of the speech. */
import { type Passage, slice, sourceRange } from '../passage.ts';
import { type MarkerKind, markerAt } from '../rules/markers.ts';
import type { Removal, Step } from '../types.ts';
import type { Piece } from './pieces.ts';

export interface ContentsEntry {
  kind: MarkerKind;
  role: 'heading' | 'item';
  ordinal: number;
  marker: string;
  heading: string;
  passage: Passage;
}

const LABEL = /^(?:目\s{0,4}录|目\s{0,4}次|提\s{0,4}纲|内容提要)(?:\/(?:提纲|目录))?：?(?:…{1,4}|\.{3,12})?$/u;
const LONGEST_ENTRY = 80;

export function takeContents(pieces: Piece[]): Step<{ pieces: Piece[]; contents: ContentsEntry[] }> {
  const label = pieces.findIndex((piece) => piece.kind === 'text' && LABEL.test(piece.passage.text));
  const contents: ContentsEntry[] = [];
  for (let at = label + 1; label >= 0 && at < pieces.length; at++) {
    const entry = entryOf(pieces[at] as Piece);
    if (!entry || (contents[0] && contents[0].marker + contents[0].heading === entry.marker + entry.heading)) break;
    contents.push(entry);
  }
  if (contents.length < 2) return { value: { pieces, contents: [] }, removals: [], notes: [] };
  const end = label + 1 + contents.length;
  const taken = pieces.slice(label, end);
  const removals = taken.map((piece, index): Removal => {
    const place = piece.kind === 'gap' ? { from: piece.at, to: piece.at } : sourceRange(piece.passage);
    return index === 0
      ? { ...place, rule: 'contents-label', reason: '目录的标签' }
      : { ...place, rule: 'contents-entry', reason: '目录中的一条，用于核对纲目，不是正文' };
  });
  return { value: { pieces: [...pieces.slice(0, label), ...pieces.slice(end)], contents }, removals, notes: [] };
}

/** A short line that begins with a marker and does not end a sentence; a page number or dots at its end are no words of it. */
function entryOf(piece: Piece): ContentsEntry | null {
  if (piece.kind !== 'text' || piece.passage.text.length > LONGEST_ENTRY) return null;
  const marker = markerAt(piece.passage.text, 0);
  if (!marker || /[。；！？]$/u.test(piece.passage.text)) return null;
  const heading = piece.passage.text.slice(marker.text.length).replace(/[.…·\s]{2,}\d{0,4}$|…+$/u, '');
  return { ...marker, marker: marker.text, heading, passage: slice(piece.passage, 0) };
}
