import type { Meta } from '../text/speech.ts';

export interface KnownDate {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string;
  kind: 'delivered' | 'issued' | 'published';
}

/** The date of the speech itself, else that of its issue, else the day on which a site posted it. */
export function bestDate({ delivered, issued, published }: Meta): KnownDate | null {
  if (delivered) return { date: delivered, kind: 'delivered' };
  if (issued) return { date: issued, kind: 'issued' };
  return published ? { date: published, kind: 'published' } : null;
}

/** `2024-10-09` → `2024 年 10 月 9 日`, as far as the date goes. */
export function dateInWords(date: string): string {
  const units = ['年', '月', '日'];
  return date
    .split('-')
    .map((part, index) => `${Number(part)} ${units[index]}`)
    .join(' ');
}

/** `2024 年 3 月 5 日至 7 日`: of the last day only what differs from the first. */
export function rangeInWords(first: string, last: string | null): string {
  if (!last) return dateInWords(first);
  const [from, to] = [first, last].map((date) => dateInWords(date).split(/(?<=[年月日]) /u)) as [string[], string[]];
  const differs = to.findIndex((part, index) => part !== from[index]);
  return `${from.join(' ')}至 ${to.slice(Math.max(0, differs)).join(' ')}`;
}
