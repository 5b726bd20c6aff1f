/** 引用: copies the address of the place one is reading. */
import type { Place } from './outline.ts';

export function copyPlace(document: Document, outlinePlace: Place): void {
  const button = document.querySelector<HTMLElement>('[data-cite]');
  const status = document.querySelector('.bar-status');
  button?.addEventListener('click', async () => {
    const anchor = topBlock(document) || outlinePlace();
    const address = `${location.origin}${location.pathname}${anchor && `#${anchor}`}`;
    const said = await navigator.clipboard.writeText(address).then(
      () => button.dataset.copied,
      () => button.dataset.failed,
    );
    if (status) status.textContent = said ?? '';
  });
}

/** The first paragraph or heading of the text that begins inside the window, '' while the head of the page is still in view. */
function topBlock(document: Document): string {
  const head = document.querySelector('.speech-head')?.getBoundingClientRect();
  if (head && head.bottom > 0) return '';
  const blocks = document.querySelectorAll('.speech-body > [id]');
  const first = [...blocks].find((block) => block.getBoundingClientRect().top >= 0);
  return first?.id ?? '';
}
