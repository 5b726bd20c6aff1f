/** Characters → lines: white space collapses as in a browser, and every block has lines of its own. */

/** White space that collapses; the ideographic and the no-break space are characters like others. */
const RUNS = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;
/** Between two of these a line end of the markup is no space. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}“”‘’…—]/u;

export class LineWriter {
  /** Characters written so far. */
  length = 0;
  readonly #parts: string[] = [];
  #last = '';
  /** White space that is written only if more text follows on the line. */
  #pending: 'none' | 'space' | 'feed' = 'none';
  /** The number of an item, which stands before its first word, on whatever line that is. */
  #label = '';
  /** Inside a row of a table, where the ends of blocks are spaces. */
  #row = false;

  get text(): string {
    return this.#parts.join('');
  }

  collapsing(value: string): void {
    for (const [run] of value.matchAll(RUNS)) {
      if (/^[ \t\n\r\f]/.test(run)) this.#space(run.includes('\n') ? 'feed' : 'space');
      else this.#word(run);
    }
  }

  preserving(value: string): void {
    if (this.#row) {
      this.collapsing(value);
      return;
    }
    for (const part of value.split(/(\r\n|\n|\r)/)) {
      if (/^[\r\n]/.test(part)) this.#write('\n');
      else if (part !== '') this.#word(part);
    }
  }

  /** A block begins or ends. */
  block(): void {
    if (this.#row) this.#space('space');
    else if (!this.#atStart()) this.#write('\n');
    else this.#pending = 'none';
  }

  /** `<br>`: ends the line, even an empty one. */
  lineBreak(): void {
    if (this.#row) this.#space('space');
    else this.#write('\n');
  }

  label(number: string): void {
    this.#label = number;
  }

  openRow(): void {
    this.block();
    this.#row = true;
  }

  /** Between two cells of a row. */
  nextCell(): void {
    this.#write('\t');
  }

  closeRow(): void {
    this.#row = false;
    this.block();
  }

  #space(kind: 'space' | 'feed'): void {
    if (this.#atStart() || this.#last === '\t') return;
    if (this.#pending !== 'feed') this.#pending = kind;
  }

  #word(word: string): void {
    if (this.#label !== '') {
      const number = this.#label;
      this.#label = '';
      this.#word(number);
      if (!number.endsWith('、')) this.#pending = 'space';
    }
    const gap = this.#pending;
    const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
    if (gap === 'space' || (gap === 'feed' && !(WIDE.test(this.#last) && WIDE.test(first)))) this.#write(' ');
    this.#write(word);
  }

  #write(characters: string): void {
    this.#pending = 'none';
    this.#parts.push(characters);
    this.length += characters.length;
    const low = characters.charCodeAt(characters.length - 1);
    this.#last = characters.slice(low >= 0xdc00 && low <= 0xdfff ? -2 : -1);
  }

  #atStart(): boolean {
    return this.#last === '' || this.#last === '\n';
  }
}
