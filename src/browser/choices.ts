/** The reader's own theme, size and face: kept in this browser, shown as `data-*` of the root. An empty value is the site's own choice. */

const keys = ['theme', 'size', 'face'] as const;
type Key = (typeof keys)[number];

export function keepChoices(document: Document): void {
  const root = document.documentElement;
  const panel = document.querySelector<HTMLElement>('[data-settings]');
  const choose = (key: Key, value: string) => {
    if (value) root.dataset[key] = value;
    else delete root.dataset[key];
    remember(key, value);
    if (panel) tick(panel, key, value);
  };

  for (const key of keys) if (panel) tick(panel, key, root.dataset[key] ?? '');
  panel?.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    choose(name as Key, value);
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
