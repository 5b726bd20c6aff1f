/** A list of very many lines of which only those in sight stand in the page; the scroll bar and the keys go through all of them. */

/** Rows above and below the window that stand ready. */
const SPARE = 8;

/**
 * @typeParam T one line
 * The rows carry `role="row"` in an element with `role="grid"`; all are equally high, and each holds one link. One of the links is the
 * stop of the Tab key; up, down, page up and down, Home and End go on from it.
 */
export class LineList<T> {
  readonly #grid: HTMLElement;
  readonly #head: HTMLElement;
  readonly #space: HTMLElement;
  readonly #rowOf: (line: T) => HTMLElement;
  readonly #rows = new Map<number, HTMLElement>();
  #lines: readonly T[] = [];
  #active = 0;
  /** The height of a row when the rows were made, in px. */
  #made = 0;

  /** @param head the row with the names of the columns */
  constructor(grid: HTMLElement, head: HTMLElement, rowOf: (line: T) => HTMLElement) {
    this.#grid = grid;
    this.#head = head;
    this.#rowOf = rowOf;
    this.#space = document.createElement('div');
    this.#space.className = 'kwic-space';
    this.#space.role = 'rowgroup';
    head.ariaRowIndex = '1';
    grid.replaceChildren(head, this.#space);
    grid.addEventListener('scroll', () => this.#draw(), { passive: true });
    new ResizeObserver(() => this.#fit()).observe(grid);
    grid.addEventListener('keydown', (event) => this.#key(event));
    grid.addEventListener('focusin', ({ target }) => this.#activate(target as Element));
  }

  /** @param stay true: the line that one reads stays where it is, wherever it stands now */
  show(lines: readonly T[], stay: boolean): void {
    const height = this.#height;
    const top = Math.floor(this.#grid.scrollTop / height);
    const [read, active] = [this.#lines[top], this.#lines[this.#active]];
    const focused = this.#space.contains(document.activeElement);
    const at = stay && top > 0 && read !== undefined ? lines.indexOf(read) : -1;
    const here = stay && active !== undefined ? lines.indexOf(active) : -1;
    const beyond = this.#grid.scrollTop - top * height;
    this.#lines = lines;
    this.#active = Math.max(0, here);
    this.#grid.ariaRowCount = String(lines.length + 1);
    this.#lay();
    this.#grid.scrollTop = at < 0 ? 0 : at * height + beyond;
    this.#draw();
    if (focused) this.#link()?.focus({ preventScroll: true });
  }

  /** The list has another size. Rows are made anew only if theirs is another too, so that a press that has begun on one can end on it. */
  #fit(): void {
    if (this.#height === this.#made) this.#draw();
    else this.#lay();
  }

  /** Makes all rows anew: the lines or their height have changed. */
  #lay(): void {
    this.#made = this.#height;
    const focused = this.#space.contains(document.activeElement);
    this.#space.replaceChildren();
    this.#rows.clear();
    this.#space.style.height = `${this.#lines.length * this.#height}px`;
    this.#draw();
    if (focused) this.#link()?.focus({ preventScroll: true });
  }

  #draw(): void {
    const { scrollTop, clientHeight } = this.#grid;
    const first = Math.max(0, Math.floor(scrollTop / this.#height) - SPARE);
    const last = Math.min(this.#lines.length - 1, Math.ceil((scrollTop + clientHeight) / this.#height) + SPARE);
    // The line with the focus stays in the page wherever one scrolls.
    const wanted = new Set(this.#lines.length > 0 ? [this.#active] : []);
    for (let index = first; index <= last; index++) wanted.add(index);
    for (const [index, row] of this.#rows) {
      if (wanted.has(index)) continue;
      row.remove();
      this.#rows.delete(index);
    }
    for (const [position, index] of [...wanted].sort((a, b) => a - b).entries()) this.#place(index, position);
  }

  /** The rows that are there already stand in order and stay untouched. */
  #place(index: number, position: number): void {
    if (this.#rows.has(index)) return;
    const row = this.#rowOf(this.#lines[index] as T);
    row.ariaRowIndex = String(index + 2);
    row.dataset.index = String(index);
    row.style.transform = `translateY(${index * this.#height}px)`;
    linkOf(row).tabIndex = index === this.#active ? 0 : -1;
    this.#rows.set(index, row);
    this.#space.insertBefore(row, this.#space.children[position] ?? null);
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || !this.#space.contains(event.target as Node)) return;
    const page = Math.max(1, Math.floor((this.#grid.clientHeight - this.#head.offsetHeight) / this.#height) - 1);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: Number.NEGATIVE_INFINITY,
      End: Number.POSITIVE_INFINITY,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#go(Math.min(this.#lines.length - 1, Math.max(0, this.#active + step)));
  }

  #go(index: number): void {
    const link = this.#link();
    if (link) link.tabIndex = -1;
    this.#active = index;
    const inSight = this.#grid.clientHeight - this.#head.offsetHeight - this.#height;
    const top = index * this.#height;
    this.#grid.scrollTop = Math.min(top, Math.max(this.#grid.scrollTop, top - inSight));
    this.#draw();
    const next = this.#link();
    if (!next) return;
    next.tabIndex = 0;
    next.focus({ preventScroll: true });
    // The list itself may reach beyond the window.
    next.scrollIntoView({ block: 'nearest' });
  }

  #activate(target: Element): void {
    const index = target.closest<HTMLElement>('[data-index]')?.dataset.index;
    if (index === undefined || Number(index) === this.#active) return;
    const link = this.#link();
    if (link) link.tabIndex = -1;
    this.#active = Number(index);
    (target as HTMLElement).tabIndex = 0;
  }

  #link(): HTMLElement | undefined {
    const row = this.#rows.get(this.#active);
    return row && linkOf(row);
  }

  /** Of one row in px: the style sheet gives it to the whole as the least height. */
  get #height(): number {
    return Number.parseFloat(getComputedStyle(this.#space).minHeight);
  }
}

function linkOf(row: HTMLElement): HTMLElement {
  return row.querySelector('a') as HTMLElement;
}
