/** The search panel as tests use it: put a query in, wait for the end, read what it shows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../scripts/lib/root.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';
import type { Speech } from '../../src/text/speech.ts';

export interface Shown {
  query: string;
  state: string;
  status: string;
  /** `speech#block`, sorted. */
  places: string[];
  /** Occurrences, summed over the lines shown. */
  count: number;
  /** The same by place. */
  counts: Record<string, number>;
}

/** The published speeches as committed. */
export function publishedSpeeches(): Speech[] {
  const folder = join(root, 'src/content/speeches');
  const names = readdirSync(folder).filter((name) => name.endsWith('.mdx'));
  return names.sort().map((name) => readSpeech(readFileSync(join(folder, name), 'utf8'), name));
}

/** Types each query into the panel of the open search page, one after the other, unfolds all results and reads them. */
export function ask(page: Page, queries: string[]): Promise<Shown[]> {
  return page.evaluate(async (queries) => {
    const panel = document.querySelector<HTMLElement>('[data-search-page] [data-search-panel]');
    const input = panel?.querySelector<HTMLInputElement>('input[name=q]');
    if (!panel || !input) throw new Error('no search panel on this page');
    const ended = (query: string) =>
      panel.dataset.query === query && /^(idle|found|nothing|failed)$/.test(panel.dataset.state ?? '');
    const untilEnded = (query: string) =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => ended(query) && finish());
        const finish = () => {
          observer.disconnect();
          resolve();
        };
        observer.observe(panel, { attributes: true });
        if (ended(query)) finish();
      });
    const all: Shown[] = [];
    for (const query of queries) {
      input.value = query;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await untilEnded(input.value);
      const rest = panel.querySelector<HTMLElement>('[data-search-progress] button');
      rest?.click();
      if (rest) await untilEnded(input.value);
      for (let more = button(); more; more = button()) {
        more.click();
        while (more.isConnected) await new Promise(requestAnimationFrame);
      }
      all.push(read(query));
    }
    return all;

    function button(): HTMLElement | null | undefined {
      return panel?.querySelector<HTMLElement>('.search-more');
    }

    function read(query: string): Shown {
      const lines = [...(panel?.querySelectorAll<HTMLElement>('[data-block]') ?? [])];
      const place = (line: HTMLElement) =>
        `${line.closest<HTMLElement>('[data-document]')?.dataset.document}#${line.dataset.block}`;
      const counts: Record<string, number> = {};
      for (const line of lines) counts[place(line)] = (counts[place(line)] ?? 0) + Number(line.dataset.count);
      return {
        query,
        counts,
        state: panel?.dataset.state ?? '',
        status: panel?.querySelector('[data-search-status]')?.textContent ?? '',
        places: [...new Set(lines.map(place))].sort(),
        count: lines.reduce((sum, line) => sum + Number(line.dataset.count), 0),
      };
    }
  }, queries);
}
