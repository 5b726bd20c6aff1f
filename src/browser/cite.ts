/** 引用: opens the dialog for citing at a handle or for the place one is reading. All else is loaded then. */
import type { Place } from './place.ts';

export function offerCitations(document: Document, here: Place): void {
  const button = document.querySelector<HTMLElement>('[data-cite]');
  const status = document.querySelector('.bar-status');
  if (!button) return;
  document.addEventListener('click', (event) => {
    const handle = (event.target as Element).closest<HTMLAnchorElement>('a.handle');
    if (!handle || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // The address first: without the dialog a handle is still a link.
    event.preventDefault();
    location.hash = handle.hash;
    handle.focus({ preventScroll: true });
    open(decodeURIComponent(handle.hash.slice(1))).catch(() => {});
  });
  button.addEventListener('click', async () => {
    const anchor = here();
    // Some browsers give a pressed button no focus, and the dialog gives back what it finds.
    button.focus();
    // Offline the dialog may be out of reach; the link is at hand.
    await open(anchor).catch(async () => {
      const said = await navigator.clipboard
        .writeText(`${location.origin}${location.pathname}${anchor && `#${anchor}`}`)
        .then(
          () => button.dataset.copied,
          () => button.dataset.failed,
        );
      if (status) status.textContent = said ?? '';
    });
  });
}

async function open(anchor: string): Promise<void> {
  const { openCitations } = await import('./cite-dialog.ts');
  await openCitations({ anchor });
}
