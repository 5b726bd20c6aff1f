/** Which candidates are parts, how deep they lie, and which parts of the table of contents the body lacks. */
import { ITEMS, type MarkerKind } from '../rules/markers.ts';
import type { Candidate } from './candidates.ts';
import type { ContentsEntry } from './contents.ts';
import type { Piece } from './pieces.ts';

export interface Part {
  level: number;
  kind: MarkerKind;
  ordinal: number;
  marker: string;
  heading: string;
  form: 'heading' | 'runin';
  /** Where it stands in the body; null for a part known from the contents alone. */
  place: Candidate | null;
  contents: ContentsEntry | null;
}

/** How many entries of the contents a text may lack in one place. */
const REACH = 100;

/** Parts in reading order, present and absent. */
export function buildOutline(units: Piece[], candidates: Candidate[], listed: ContentsEntry[]): Part[] {
  const contents = isOfPack(candidates, listed) ? [] : listed;
  const nesting = new Nesting();
  const parts: Part[] = [];
  let pointer = 0;
  let lastUnit = -1;
  const [runins, headings] = [kindsOf(candidates, 'runin'), kindsOf(candidates, 'heading')];
  const lastGap = gapsBefore(units);
  const pushAbsent = (entry: ContentsEntry): void => {
    const form = entry.role === 'item' || (runins.has(entry.kind) && !headings.has(entry.kind)) ? 'runin' : 'heading';
    const level = nesting.force(entry.kind, entry.ordinal, form);
    parts.push({ level, ...pick(entry), form, place: null, contents: entry });
  };
  for (const candidate of candidates) {
    const ahead = contents.slice(pointer, pointer + REACH).findIndex((entry) => isSame(entry, candidate));
    const match = ahead < 0 ? -1 : pointer + ahead;
    if (match >= 0) {
      for (const entry of contents.slice(pointer, match)) pushAbsent(entry);
      pointer = match + 1;
      const level = nesting.force(candidate.kind, candidate.ordinal, candidate.form);
      parts.push({
        level,
        ...pick(candidate),
        form: candidate.form,
        place: candidate,
        contents: contents[match] ?? null,
      });
    } else {
      const gap = (lastGap[candidate.unit] ?? -1) > lastUnit;
      const level = nesting.accept(candidate, gap);
      if (level === null) continue;
      parts.push({ level, ...pick(candidate), form: candidate.form, place: candidate, contents: null });
    }
    lastUnit = candidate.unit;
  }
  for (const entry of contents.slice(pointer)) pushAbsent(entry);
  return parts;
}

/** A table that names the documents of a pack is no outline of any of them. */
function isOfPack(candidates: Candidate[], contents: ContentsEntry[]): boolean {
  const packed = candidates.some(({ kind }) => kind === 'document');
  return packed && !contents.some((entry) => candidates.some((each) => isSame(entry, each)));
}

/** Index of each part's parent, -1 at the top. */
export function parentsOf(parts: Part[]): number[] {
  const open: number[] = [];
  return parts.map((part, index) => {
    open.length = Math.min(open.length, part.level - 1);
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return parent;
  });
}

function pick({ kind, ordinal, marker, heading }: Candidate | ContentsEntry) {
  return { kind, ordinal, marker, heading };
}

function kindsOf(candidates: Candidate[], form: Candidate['form']): Set<MarkerKind> {
  return new Set(candidates.filter((each) => each.form === form).map(({ kind }) => kind));
}

/** For each unit the index of the last gap before it, -1 where there is none. */
function gapsBefore(units: Piece[]): number[] {
  let last = -1;
  return units.map(({ kind }, index) => {
    const before = last;
    if (kind === 'gap') last = index;
    return before;
  });
}

/** Same marker, same words; an entry that the contents cut short matches by its beginning. */
function isSame(entry: ContentsEntry, candidate: Candidate): boolean {
  if (entry.kind !== candidate.kind || entry.ordinal !== candidate.ordinal) return false;
  const a = letters(entry.heading);
  const b = letters(candidate.heading);
  return a === b || (a.length >= 6 && b.startsWith(a)) || (b.length >= 6 && a.startsWith(b));
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Items that are words of a text where there is no part for them to unfold. */
const UNFOLDING: MarkerKind[] = ['item', 'sequence', 'dash'];

/** The open parts from the top down. Depth is where a kind of marker stands in it, not a property of the kind. */
class Nesting {
  #open: { kind: MarkerKind; ordinal: number; form: 'heading' | 'runin' }[] = [];
  /** Articles count on across chapters. */
  #article = 0;

  /** Level of a part whose place in the order is known. */
  force(kind: MarkerKind, ordinal: number, form: 'heading' | 'runin'): number {
    const index = this.#ownPlace(kind);
    if (kind === 'annex' || kind === 'document') this.#article = 0;
    if (kind === 'article') this.#article = ordinal;
    if (index >= 0) this.#open.length = index;
    else if (form === 'heading') this.#closeRunIns();
    else if (!ITEMS.includes(kind)) this.#closeItems();
    this.#open.push({ kind, ordinal, form });
    return this.#open.length;
  }

  /** Level of a candidate whose number goes on from what is open; null if it does not (then it is no part). */
  accept({ kind, ordinal, form }: Candidate, afterGap: boolean): number | null {
    // 一是…二是… unfold a part; under none they are words of the text.
    if (UNFOLDING.includes(kind) && this.#open.every((each) => UNFOLDING.includes(each.kind))) return null;
    if (kind === 'topic' || kind === 'annex' || kind === 'document') return this.force(kind, ordinal, form);
    const last = kind === 'article' ? this.#article : (this.#open.find((each) => each.kind === kind)?.ordinal ?? 0);
    const fits =
      ordinal === last + 1 || ordinal === 1 || (ordinal >= last && form === 'heading') || (ordinal > last && afterGap);
    return fits ? this.force(kind, ordinal, form) : null;
  }

  /** Where in the open parts one of this kind stands: a document at the top, an annex under its document. */
  #ownPlace(kind: MarkerKind): number {
    if (kind === 'document') return 0;
    if (kind === 'annex') return this.#open[0]?.kind === 'document' ? 1 : 0;
    return this.#open.findIndex((each) => each.kind === kind);
  }

  /** （一） and its like are never parts of 一是 or 第一. */
  #closeItems(): void {
    while (ITEMS.includes(this.#open.at(-1)?.kind as MarkerKind)) this.#open.pop();
  }

  /** A heading on a line of its own is never part of a run-in. */
  #closeRunIns(): void {
    while (this.#open.at(-1)?.form === 'runin') this.#open.pop();
  }
}
