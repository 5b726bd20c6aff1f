/** Puts what the stages found into lines, code points and words for a person. */
import { codePointCounter, lineAt, splitLines } from './lines.ts';
import type { Clue, Edit, Evidence, Finding, Line, Note, Provenance } from './types.ts';

export class Reporter {
  readonly #source: string;
  readonly #lines: Line[];
  readonly #points: (offset: number) => number;

  constructor(source: string) {
    this.#source = source;
    this.#lines = splitLines(source);
    this.#points = codePointCounter(source);
  }

  /** Lines and code points of a range of UTF-16 offsets. */
  place({ from, to }: { from: number; to: number }): Provenance {
    return {
      lines: [lineAt(this.#lines, from), lineAt(this.#lines, Math.max(from, to - 1))],
      at: [this.#points(from), this.#points(to)],
    };
  }

  evidence(clues: { [field: string]: Clue[] }): { [field: string]: Evidence[] } {
    const entries = Object.entries(clues).map(([field, ranges]) => [
      field,
      ranges.map(({ confidence, ...range }) => {
        return { lines: this.place(range).lines, text: this.#source.slice(range.from, range.to), confidence };
      }),
    ]);
    return Object.fromEntries(entries);
  }

  /** Removals are read off the account; doubts and corrections come from the stages. In the order of the copy. */
  findings(edits: Edit[], notes: Note[]): Finding[] {
    const removed = edits.filter(({ kind }) => kind === 'remove');
    const inPoints = this.#lines.map((line) => ({ ...line, from: this.#points(line.from) }));
    const fromEdits = removed.map(({ at, text, rule, reason }): Finding => {
      const lines: [number, number] = [lineAt(inPoints, at[0]), lineAt(inPoints, Math.max(at[0], at[1] - 1))];
      return { code: `removed-${rule}`, severity: 'info', lines, at, text, message: `移出正文：${reason}` };
    });
    const fromNotes = notes.map(({ code, severity, from, to, message }): Finding => {
      return { code, severity, ...this.place({ from, to }), text: this.#source.slice(from, to), message };
    });
    return [...fromEdits, ...fromNotes].sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  }
}
