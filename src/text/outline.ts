/** Where in the outline a place of the text stands. */
import type { Block, OutlineEntry, Speech, TextBlock } from './speech.ts';

/** The outline entries in force from `from` (UTF-16 offset in the block) on, outermost first. */
export interface OutlinePlace {
  from: number;
  path: OutlineEntry[];
}

/**
 * The places of every text block by block id: one at 0, and one where each run-in heading begins.
 * A run-in reaches from its mark to the next entry of the same or a higher level, across paragraphs.
 */
export function outlinePlaces(speech: Speech): Map<string, OutlinePlace[]> {
  const walk = new Walk(speech.outline);
  const places = new Map<string, OutlinePlace[]>();
  for (const block of speech.blocks) {
    if (block.kind === 'omission') walk.skip(block.absent);
    else places.set(block.id, walk.read(block));
  }
  return places;
}

/**
 * The path at one place, outermost first; empty before the first entry.
 * @throws Error if the speech has no text block `blockId`
 */
export function outlinePathAt(speech: Speech, blockId: Block['id'], offset: number): OutlineEntry[] {
  const places = outlinePlaces(speech).get(blockId);
  if (!places) throw new Error(`${speech.meta.id} 没有 ${blockId} 这一段文字。`);
  return pathAt(places, offset);
}

/** The last place that begins at or before the offset. */
export function pathAt(places: readonly OutlinePlace[], offset: number): OutlineEntry[] {
  return places.findLast((place) => place.from <= offset)?.path ?? [];
}

/** An entry as it reads on the page: marker and words. */
export function entryWords(entry: OutlineEntry): string {
  return entry.marker + entry.heading;
}

/** The entry and those above it, outermost first; none for null. */
export function outlineChain(outline: readonly OutlineEntry[], id: string | null): OutlineEntry[] {
  const path: OutlineEntry[] = [];
  for (let at = outline.findIndex((entry) => entry.id === id); at >= 0; at--) {
    const entry = outline[at];
    if (entry && entry.level < (path[0]?.level ?? Number.POSITIVE_INFINITY)) path.unshift(entry);
  }
  return path;
}

/** The entries in force while the blocks are read in order. */
class Walk {
  readonly #outline: OutlineEntry[];
  #path: OutlineEntry[] = [];

  constructor(outline: OutlineEntry[]) {
    this.#outline = outline;
  }

  read(block: TextBlock): OutlinePlace[] {
    if (block.section !== this.#section()) this.#path = outlineChain(this.#outline, block.section);
    const places = [{ from: 0, path: this.#path }];
    for (const mark of block.marks) {
      if (mark.kind !== 'runin') continue;
      this.#enter(mark.id);
      if (mark.from === 0) places.pop();
      places.push({ from: mark.from, path: this.#path });
    }
    return places;
  }

  /** Absent entries end what came before them; what follows the gap says by its section where it belongs. */
  skip(absent: readonly string[]): void {
    for (const id of absent) {
      const entry = this.#entry(id);
      if (entry) this.#path = this.#path.filter(({ level }) => level < entry.level);
    }
  }

  #enter(id: string): void {
    const entry = this.#entry(id);
    if (entry) this.#path = [...this.#path.filter(({ level }) => level < entry.level), entry];
  }

  #section(): string | null {
    return this.#path.findLast(({ kind }) => kind === 'heading')?.id ?? null;
  }

  #entry(id: string): OutlineEntry | undefined {
    return this.#outline.find((entry) => entry.id === id);
  }
}
