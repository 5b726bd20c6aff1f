/** Long lists in pages of equal length. */
export interface Page<T> {
  items: T[];
  /** From 1. */
  number: number;
  /** How many pages there are, at least 1. */
  last: number;
  /** How many items all pages have together. */
  total: number;
}

/** Entries of a list of speeches on one page. */
export const PER_PAGE = 30;

/** @returns at least one page, which may be empty */
export function paged<T>(items: readonly T[], perPage = PER_PAGE): Page<T>[] {
  const last = Math.max(1, Math.ceil(items.length / perPage));
  return Array.from({ length: last }, (_, index) => ({
    items: items.slice(index * perPage, (index + 1) * perPage),
    number: index + 1,
    last,
    total: items.length,
  }));
}

/** The route parameter `page` of a page: none for the first, `page/2` and so on. */
export function pageParam(number: number): string | undefined {
  return number === 1 ? undefined : `page/${number}`;
}

/** Path of a page of the list at `path`, e.g. `/topics/talent/` and `/topics/talent/page/2/`. */
export function pagePath(path: string, number: number): string {
  return number === 1 ? path : `${path}${pageParam(number)}/`;
}

/** File of a page of the list at `path`, below the folder of the site. */
export function listFile(path: string, number: number): string {
  return `${pagePath(path, number).slice(1)}index.html`;
}

/** Numbers that a pager shows: the ends, and the neighbours of the present page; null stands for those left out. */
export function pageNumbers(number: number, last: number): (number | null)[] {
  const shown = [...new Set([1, number - 1, number, number + 1, last])].filter((each) => each >= 1 && each <= last);
  return shown
    .sort((a, b) => a - b)
    .flatMap((each, index) => (each - (shown[index - 1] ?? each) > 1 ? [null, each] : [each]));
}
