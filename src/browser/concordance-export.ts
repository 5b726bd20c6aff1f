/** The lines as they stand, saved as a file. */
import { concordanceWords as words } from '../data/concordance-words.ts';
import type { ConcordanceDocument, Line } from '../search/concordance.ts';
import { exportedLine, toCsv, toJson } from '../search/concordance-export.ts';
import type { ConcordanceState } from '../search/concordance-state.ts';
import { lineHref } from './concordance-view.ts';
import { siteLibrary } from './search-library.ts';
import { create } from './search-view.ts';

export interface Exportable {
  state: ConcordanceState;
  lines: readonly Line[];
  documents: readonly ConcordanceDocument[];
  count: number;
}

/** How long the browser may take to save the file, in ms. */
const SAVING = 60_000;

export function offerExport(page: HTMLElement, current: () => Exportable): void {
  for (const button of page.querySelectorAll<HTMLElement>('[data-export]')) {
    button.addEventListener('click', () => void save(button.dataset.export === 'csv' ? 'csv' : 'json', current()));
  }
}

async function save(kind: 'csv' | 'json', { state, lines, documents, count }: Exportable): Promise<void> {
  const exported = lines.map((line) => {
    const document = documents[line.document] as ConcordanceDocument;
    return exportedLine(line, document, absolute(lineHref(line, document, state)));
  });
  const { query, exactForms } = state;
  const csv = kind === 'csv';
  const version = csv
    ? ''
    : await siteLibrary('speeches')
        .catalogue()
        .then(
          ({ version }) => version,
          () => '',
        );
  const content = csv
    ? toCsv(exported, words.csvColumns)
    : toJson({ query, exactForms, version, count, lines: exported });
  const url = URL.createObjectURL(new Blob([content], { type: csv ? 'text/csv' : 'application/json' }));
  create('a', { href: url, download: `${fileName(query)}.${kind}` }).click();
  setTimeout(() => URL.revokeObjectURL(url), SAVING);
}

/** At the site's own address where it knows it, otherwise at the one that is open. */
function absolute(href: string): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  return new URL(href, canonical ?? location.href).href;
}

/** Without signs that a file system refuses. */
function fileName(query: string): string {
  const harmless = query.toWellFormed().replace(/[\\/:*?"<>|\p{C}]/gu, ' ');
  return words.file(Array.from(harmless).slice(0, 30).join('').trim());
}
