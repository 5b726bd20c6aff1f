/** Side notes: on a wide screen each note stands in the margin beside the sign that calls it, or below the note before it. */
import { oncePerFrame } from './frame.ts';

const GAP = 8;

export function placeNotes(document: Document): void {
  const body = document.querySelector<HTMLElement>('.speech-body');
  const pairs = [...(body?.querySelectorAll<HTMLAnchorElement>('.note-mark') ?? [])].flatMap((mark) => {
    const note = document.getElementById(mark.hash.slice(1));
    return note ? [{ mark, note }] : [];
  });
  if (!body || pairs.length === 0) return;
  const place = oncePerFrame(() => {
    const top = body.getBoundingClientRect().top;
    let free = 0;
    for (const { mark, note } of pairs) {
      const at = Math.max(free, mark.getBoundingClientRect().top - top);
      note.style.setProperty('--note-top', `${at}px`);
      free = at + note.offsetHeight + GAP;
    }
  });
  new ResizeObserver(place).observe(body);
  body.classList.add('has-side-notes');
  place();
}
