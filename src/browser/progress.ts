/** How much of the text has been read: a hairline on the reading bar and a line of words in the outline. */
import { oncePerFrame } from './frame.ts';

export function followProgress(document: Document): void {
  const body = document.querySelector('.speech-body');
  const bar = document.querySelector<HTMLElement>('.reading-bar');
  const words = document.querySelector<HTMLElement>('[data-progress]');
  if (!body || !bar || !words) return;
  const show = oncePerFrame(() => {
    const { top, height } = body.getBoundingClientRect();
    const read = share(-top, height - innerHeight);
    bar.style.setProperty('--read', read.toFixed(3));
    words.textContent = inWords(words, read);
  });
  addEventListener('scroll', show, { passive: true });
  addEventListener('resize', show);
  show();
}

/** 0 above the text, 1 once its end is in the window. A text shorter than the window is read when its beginning has come to the top. */
function share(passed: number, whole: number): number {
  return Math.min(1, Math.max(0, passed / Math.max(1, whole)));
}

function inWords({ dataset }: HTMLElement, read: number): string {
  if (read === 1) return dataset.done ?? '';
  const left = Math.max(1, Math.round(Number(dataset.minutes) * (1 - read)));
  return (dataset.progress ?? '').replace('{percent}', `${Math.round(read * 100)}`).replace('{minutes}', `${left}`);
}
