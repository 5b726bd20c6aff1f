/** All of search that a page loads before it is asked for: the keys and buttons that open it. */

document.addEventListener('keydown', (event) => {
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  const command =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!slash && !command) return;
  event.preventDefault();
  void open();
});

document.addEventListener('click', (event) => {
  const opener = (event.target as Element).closest<HTMLElement>('[data-search-open]');
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void open();
});

// The form in the header goes to the search page; sent off empty it opens the dialog instead.
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.matches('[role=search]') || form.closest('[data-search-panel]')) return;
  const input = form.elements.namedItem('q');
  if (!(input instanceof HTMLInputElement) || input.value !== '') return;
  event.preventDefault();
  void open();
});

/** Opens at once, so that no key is lost; what searches is loaded behind it and takes up what has been typed. */
async function open(): Promise<void> {
  const page = document.querySelector<HTMLInputElement>('[data-search-page] input[name=q]');
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-search-dialog]');
  if (page) return page.focus();
  if (!dialog || dialog.open) return;
  const field = dialog.querySelector<HTMLInputElement>('input[name=q]');
  dialog.showModal();
  field?.focus();
  field?.select();
  try {
    const { prepareSearch } = await import('./search-dialog.ts');
    await prepareSearch(dialog);
  } catch {
    if (navigator.onLine)
      location.assign(`${dialog.dataset.searchDialog ?? ''}?q=${encodeURIComponent(field?.value ?? '')}`);
    else sayOffline(dialog);
  }
}

/** To leave for a page that may not come would lose the one at hand, and the keys that are still being typed. */
function sayOffline(dialog: HTMLDialogElement): void {
  const status = dialog.querySelector('[data-search-status]');
  if (status) status.textContent = dialog.dataset.offline ?? '';
  dialog.dataset.ready = '';
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
