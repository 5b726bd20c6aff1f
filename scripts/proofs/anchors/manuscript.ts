/** A text in which every character has an identity, so that it is known what each edit made of it. */
import { type Speech, textBlocks } from '../../../src/text/speech.ts';

/** One character (a UTF-16 unit) and who it is; a character that is typed anew is somebody else. */
interface Letter {
  unit: string;
  id: number;
}
export type Line = readonly Letter[];
export type Manuscript = readonly Line[];

let born = 0;

/** Characters that nobody has seen before. */
export function write(text: string): Line {
  return text.split('').map((unit) => ({ unit, id: ++born }));
}

/** The published text of a speech, one block a line. */
export function manuscriptOf(speech: Speech): Manuscript {
  return textBlocks(speech).map((block) => write(block.text));
}

export function read(line: Line): string {
  return line.map(({ unit }) => unit).join('');
}

/** The manuscript as a copy, and who stands at each offset of it (0 for a line end). */
export function copyOf(manuscript: Manuscript): { text: string; letters: number[] } {
  return {
    text: manuscript.map((line) => `${read(line)}\n`).join(''),
    letters: manuscript.flatMap((line) => [...line.map(({ id }) => id), 0]),
  };
}
