/** What is kept for reading offline, and how: shared by the service worker and the page that tells of it. Pure. */

/** So many pages, and files that belong to them, are kept; then the oldest go. */
export const bounds = { pages: 60, files: 150 };

/** Header in which a kept page carries the moment it was stored, as ISO 8601. */
export const STORED_AT = 'x-stored-at';

/** Key in `localStorage`; the value `off` switches all of this off. */
export const SWITCH = 'offline';

/** Names of the caches. Several sites may share a host, so each has the base path in its names. */
export function cacheNames(base: string, version = ''): Record<'shell' | 'pages' | 'files', string> {
  return { shell: `wenku ${base} shell ${version}`, pages: `wenku ${base} pages`, files: `wenku ${base} files` };
}

/** Whether a cache is of the site below this base. */
export function isOurs(name: string, base: string): boolean {
  return name.startsWith(`wenku ${base} `);
}

export type Treatment = 'page' | 'file' | 'leave';

/**
 * Pages are asked for on the network first; files whose name changes with their content are taken from the store;
 * everything else, search data above all, is left to the network alone.
 */
export function treatmentOf(request: Pick<Request, 'method' | 'mode' | 'url' | 'headers'>, home: URL): Treatment {
  const { origin, pathname } = new URL(request.url);
  const ours = origin === home.origin && pathname.startsWith(home.pathname);
  if (request.method !== 'GET' || !ours || request.headers.has('range')) return 'leave';
  if (request.mode === 'navigate') return 'page';
  return pathname.startsWith(`${home.pathname}_astro/`) ? 'file' : 'leave';
}

/** Path under which a page is kept: what is asked with it (`?q=…`) does not change the page. */
export function pageKey(url: string): string {
  const { pathname } = new URL(url);
  return /\/$|\.html$/.test(pathname) ? pathname : `${pathname}/`;
}

/** Paths of the hashed files that a page names. */
export function filesOf(html: string, base: string): string[] {
  const named = html.matchAll(/(?:href|src)="([^"]+)"/g);
  return [...new Set([...named].map(([, path = '']) => path).filter((path) => path.startsWith(`${base}_astro/`)))];
}

/** The page with a notice at the head of its main part; no other character is touched. */
export function withNotice(html: string, notice: string): string {
  const [main] = /<main\b[^>]*>/.exec(html) ?? /<body\b[^>]*>/.exec(html) ?? [];
  const note = `<p class="stored-note" role="note">${escapeText(notice)}</p>`;
  return main ? html.replace(main, () => main + note) : note + html;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a kept page calls itself, without the name of the site. */
export function titleOf(html: string): string {
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
  return title.replace(/ · [^·]*$/, '').replace(/&(#39|\w+);/g, (whole, name) => entities[name] ?? whole);
}
