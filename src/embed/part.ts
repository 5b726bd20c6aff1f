/** What a quotation shows of a speech: a section, a run-in or one block. Pure. */
import { outlineChain, outlinePlaces } from '../text/outline.ts';
import type { OmissionBlock, OutlineEntry, Speech, TextBlock } from '../text/speech.ts';

/** A stretch of a block, in UTF-16 offsets, half open; an omission is shown whole. */
export type Piece = { block: TextBlock; from: number; to: number } | { block: OmissionBlock };

export type Part =
  /** `id` is where the text stands now: another id than the one asked for, if that was moved or merged. */
  { found: true; id: string; pieces: Piece[] } | { found: false; id: string; removed: string | null };

/** @param asked the fragment of a link; ids of former states are followed */
export function partOf(speech: Speech, asked: string): Part {
  const { id, removed } = follow(speech, asked);
  const pieces = removed === null ? piecesOf(speech, id) : [];
  return pieces.length > 0 ? { found: true, id, pieces } : { found: false, id, removed };
}

/** To the id that has the text now, or to the one whose text was taken out. */
function follow({ former }: Speech, asked: string): { id: string; removed: string | null } {
  const seen = new Set<string>();
  let id = asked;
  while (!seen.has(id) && Object.hasOwn(former, id)) {
    seen.add(id);
    const fate = former[id];
    if (!fate) break;
    if ('removed' in fate) return { id, removed: fate.removed };
    id = 'moved' in fate ? fate.moved : fate.merged;
  }
  return { id, removed: null };
}

function piecesOf(speech: Speech, id: string): Piece[] {
  const entry = speech.outline.find((each) => each.id === id && each.present);
  if (entry) return sectionPieces(speech, entry);
  const block = speech.blocks.find((each) => each.id === id || (each.kind === 'omission' && each.absent.includes(id)));
  if (!block) return [];
  return [block.kind === 'omission' ? { block } : { block, from: 0, to: block.text.length }];
}

/** A heading or run-in with all that stands under it, up to the next of its level or a higher one. */
function sectionPieces(speech: Speech, { id, level }: OutlineEntry): Piece[] {
  const places = outlinePlaces(speech);
  const within = (path: readonly OutlineEntry[]) => path.some((entry) => entry.id === id);
  const pieces: Piece[] = [];
  let open = false;
  for (const block of speech.blocks) {
    if (block.kind === 'omission') {
      if (open || within(outlineChain(speech.outline, block.section))) pieces.push({ block });
      const ends = speech.outline.some((entry) => block.absent.includes(entry.id) && entry.level <= level);
      open &&= !ends;
      continue;
    }
    const here = places.get(block.id) ?? [];
    for (const [index, { from, path }] of here.entries()) {
      open = within(path);
      if (open) join(pieces, block, from, here[index + 1]?.from ?? block.text.length);
    }
  }
  return pieces;
}

/** Adds a stretch, to the last piece where it goes on from there. */
function join(pieces: Piece[], block: TextBlock, from: number, to: number): void {
  const last = pieces.at(-1);
  if (last && 'to' in last && last.block === block && last.to === from) last.to = to;
  else pieces.push({ block, from, to });
}
