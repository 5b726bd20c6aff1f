/** The reader's own choices: kept in this browser, shown as `data-*` of the root. An empty value is the site's own choice. */

const keys = ['theme', 'size', 'face', 'leading', 'width', 'script'] as const;
export type Key = (typeof keys)[number];

/** @param changed told of every choice made on this page, and once of those it starts with */
export function keepChoices(document: Document, changed: (key: Key, value: string) => void): void {
  const root = document.documentElement;
  const panel = document.querySelector<HTMLElement>('[data-settings]');
  const choose = (key: Key, value: string) => {
    if (value) root.dataset[key] = value;
    else delete root.dataset[key];
    remember(key, value);
    show(key);
  };
  const show = (key: Key) => {
    const value = root.dataset[key] ?? '';
    if (panel) tick(panel, key, value);
    changed(key, value);
  };

  keys.forEach(show);
  panel?.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    choose(name as Key, value);
  });
  panel?.querySelector('[data-reset]')?.addEventListener('click', () => {
    for (const key of keys) if (root.dataset[key]) choose(key, '');
  });
  document.querySelector('[data-theme-toggle]')?.addEventListener('click', () => {
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    choose('theme', (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark');
  });
}

function tick(panel: HTMLElement, key: Key, value: string): void {
  for (const input of panel.querySelectorAll<HTMLInputElement>(`[name="${key}"]`))
    input.checked = input.value === value;
}

/** Storage may be refused; the choice then lasts as long as the page. */
function remember(key: Key, value: string): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {}
}
