/** 引用: copies the address of the place one is reading. */
import type { Place } from './place.ts';

export function copyPlace(document: Document, here: Place): void {
  const button = document.querySelector<HTMLElement>('[data-cite]');
  const status = document.querySelector('.bar-status');
  button?.addEventListener('click', async () => {
    const anchor = here();
    const address = `${location.origin}${location.pathname}${anchor && `#${anchor}`}`;
    const said = await navigator.clipboard.writeText(address).then(
      () => button.dataset.copied,
      () => button.dataset.failed,
    );
    if (status) status.textContent = said ?? '';
  });
}
