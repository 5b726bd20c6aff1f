/** A generated speech while passages are put into it, and as the Speech that comes of it. */
import type { Block, Mark, OutlineEntry, Speech } from '../../../src/text/speech.ts';
import type { Plant } from './plants.ts';

export interface Passage {
  text: string;
  marks: Mark[];
}

/** A section; the first of a draft is the opening, whose heading is the title. */
export interface Part {
  heading: string;
  paragraphs: Passage[];
  subs: Part[];
  /** What was put into it. */
  plants: Plant[];
}

export interface Draft {
  meta: Speech['meta'];
  opening: Part;
  parts: Part[];
}

/** Of a generated speech, whose headings all stand on lines of their own and on one level. */
export function draftOf(speech: Speech): Draft {
  const opening = part(speech.meta.title);
  const parts: Part[] = [];
  for (const block of speech.blocks) {
    if (block.kind === 'heading') parts.push(part(heading(speech.outline, block.id)));
    else if (block.kind === 'paragraph') (parts.at(-1) ?? opening).paragraphs.push(block);
  }
  return { meta: speech.meta, opening, parts };
}

export function part(heading: string, paragraphs: Passage[] = []): Part {
  return { heading, paragraphs, subs: [], plants: [] };
}

function heading(outline: OutlineEntry[], id: string): string {
  return outline.find((entry) => entry.id === id)?.heading ?? '';
}

/** The sections of the draft by the ids they have in its speech; the opening's is empty. */
export function sectionsOf({ opening, parts }: Draft): Map<string, Part> {
  const sections = new Map([['', opening]]);
  for (const [i, top] of parts.entries()) {
    sections.set(`s${i + 1}`, top);
    for (const [j, sub] of top.subs.entries()) sections.set(`s${i + 1}-${j + 1}`, sub);
  }
  return sections;
}

export function speechOf(draft: Draft): Speech {
  const title = draft.opening.heading;
  const outline: OutlineEntry[] = [];
  const blocks: Block[] = [{ kind: 'title', id: 'title', section: null, text: title, marks: [] }];
  let paragraph = 1;
  for (const [id, { heading, paragraphs }] of sectionsOf(draft)) {
    const section = id || null;
    if (section) {
      const level = id.includes('-') ? 2 : 1;
      outline.push({ id, level, marker: '', heading, kind: 'heading', present: true });
      blocks.push({ kind: 'heading', id, section, text: heading, marks: [], level });
    }
    for (const { text, marks } of paragraphs)
      blocks.push({ kind: 'paragraph', id: `p${paragraph++}`, section, text, marks });
  }
  return { meta: { ...draft.meta, title }, outline, former: {}, blocks };
}
