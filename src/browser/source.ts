/** The comparison page: explains the change under pointer, finger or focus, and walks from one to the next. */

walkThrough(document);

function walkThrough(document: Document): void {
  const bar = document.querySelector<HTMLElement>('[data-walk]');
  const status = bar?.querySelector<HTMLElement>('[role="status"]');
  const table = document.querySelector<HTMLElement>('.rows');
  if (!bar || !status || !table) return;
  let current: HTMLElement | undefined;

  table.addEventListener('pointerover', ({ target }) => explain(markOf(target)));
  table.addEventListener('click', ({ target }) => explain(markOf(target)));
  table.addEventListener('focusin', ({ target }) => explain(markOf(target)));
  table.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || !markOf(event.target)) return;
    event.preventDefault();
    goBy(step)?.focus({ preventScroll: true });
  });
  bar.addEventListener('click', ({ target }) => {
    const step = Number((target as HTMLElement).closest<HTMLElement>('[data-step]')?.dataset.step);
    if (step) goBy(step);
  });
  document.querySelector('.signs')?.addEventListener('change', () => {
    if (current && !isShown(current)) leave();
    makeReachable();
  });
  makeReachable();

  function goBy(step: number): HTMLElement | undefined {
    const marks = shownMarks();
    const at = current ? marks.indexOf(first(current)) : step > 0 ? -1 : 0;
    const next = marks.at((at + step) % marks.length);
    if (!next) leave();
    explain(next);
    next?.scrollIntoView({ block: 'center' });
    return next;
  }

  function explain(mark: HTMLElement | undefined): void {
    if (!mark || !isShown(mark) || !status) return;
    leave();
    current = mark;
    for (const piece of piecesOf(mark)) piece.classList.add('current');
    const marks = shownMarks();
    const place = `${marks.indexOf(first(mark)) + 1}/${marks.length}`;
    status.replaceChildren(...wordsFor(mark, place));
    makeReachable();
  }

  function leave(): void {
    if (current) for (const piece of piecesOf(current)) piece.classList.remove('current');
    current = undefined;
    if (status) status.textContent = (shownMarks().length > 0 ? status.dataset.idle : status.dataset.none) ?? '';
  }

  /** One mark alone takes the tabulator: the one looked at, else the first. */
  function makeReachable(): void {
    const mark = current ? first(current) : shownMarks()[0];
    const before = table?.querySelector('[tabindex]');
    if (before === mark) return;
    mark?.setAttribute('tabindex', '0');
    before?.removeAttribute('tabindex');
  }

  /** Each change once, by its first piece. */
  function shownMarks(): HTMLElement[] {
    const unseen = kindsOutOfSight();
    const seen = new Set<string>();
    return [...(table?.querySelectorAll<HTMLElement>('[data-r]') ?? [])].filter((mark) => {
      const { c } = mark.dataset;
      if ((c && seen.has(c)) || unseen.has(kindOf(mark))) return false;
      if (c) seen.add(c);
      return true;
    });
  }

  function kindsOutOfSight(): Set<string> {
    const boxes = document.querySelectorAll('.signs input:not(:checked)');
    return new Set([...boxes].map(({ id }) => id.replace(/^show-/, '')));
  }

  function isShown(mark: HTMLElement): boolean {
    return !kindsOutOfSight().has(kindOf(mark));
  }

  function piecesOf(mark: HTMLElement): HTMLElement[] {
    const { c } = mark.dataset;
    return c ? [...(table?.querySelectorAll<HTMLElement>(`[data-c="${c}"]`) ?? [])] : [mark];
  }

  function first(mark: HTMLElement): HTMLElement {
    return piecesOf(mark)[0] as HTMLElement;
  }

  /** Kind, what became of what, the reason. */
  function wordsFor(mark: HTMLElement, place: string): (Node | string)[] {
    const kind = document.querySelector(`.signs [data-kind="${kindOf(mark)}"]`);
    const reason = kind?.querySelector(`[data-r="${mark.dataset.r}"] span`)?.textContent ?? '';
    const pieces = piecesOf(mark);
    const textIn = (column: string) =>
      shorten(pieces.flatMap((piece) => (piece.closest(column) ? (piece.textContent ?? '') : [])).join(''));
    const [from, to] = [textIn('.copy'), textIn('.text')];
    const name = document.createElement('b');
    name.textContent = kind?.querySelector('b')?.textContent ?? '';
    const change = mark.dataset.c && from && to ? `${from} → ${to}` : from || to;
    return [name, ` ${place} `, change && `“${change}”`, reason].filter(Boolean);
  }
}

/** The change that an element belongs to, else the hidden word or the decision. */
function markOf(target: EventTarget | null): HTMLElement | undefined {
  const element = target as Element | null;
  return element?.closest<HTMLElement>('[data-c]') ?? element?.closest<HTMLElement>('[data-r]') ?? undefined;
}

function kindOf(mark: HTMLElement): string {
  return mark.classList[0] ?? '';
}

function shorten(text: string): string {
  const visible = text.replaceAll(/\s+/g, ' ').trim();
  return visible.length > 40 ? `${visible.slice(0, 40)}…` : visible;
}
