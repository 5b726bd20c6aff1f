import { describe, expect, test } from 'vitest';
import { filesOf, read, sites } from './built.ts';

const [plain, based] = sites as [(typeof sites)[0], (typeof sites)[0]];

/** Values of the attributes that make a browser load something, or say what the page's own address is. */
function addresses(html: string): string[] {
  const loaded =
    /<(?:script|img|source|iframe|link|audio|video|object|form)\b[^>]*?\s(?:src|href|action|data)="([^"]*)"/g;
  const declared = /<meta\b[^>]*?\bcontent="(https?:[^"]*)"/g;
  return [...html.matchAll(loaded), ...html.matchAll(declared)].map((match) => match[1] ?? '');
}

describe('a site built without SITE_URL', () => {
  test.each(filesOf(plain, '.html'))('%s names no absolute address of its own', (path) => {
    const html = read(plain, path);
    expect(addresses(html).filter((address) => /^([a-z]+:)?\/\//.test(address))).toEqual([]);
    expect(html).not.toMatch(/rel="canonical"|localhost|127\.0\.0\.1/);
  });

  test('has neither sitemap nor feed', () => {
    expect(['.xml', '.atom'].flatMap((ending) => filesOf(plain, ending))).toEqual([]);
  });
});

describe('a site built under a base path', () => {
  test.each(filesOf(based, '.html'))('%s loads and links nothing outside of it', (path) => {
    const links = [...read(based, path).matchAll(/\s(?:src|href|action)="(\/[^"]*)"/g)].map((match) => match[1] ?? '');
    expect(
      [...links, ...addresses(read(based, path))].filter(
        (address) => address.startsWith('/') && !address.startsWith(based.base),
      ),
    ).toEqual([]);
  });

  test.each(filesOf(based, '.html').filter((path) => path !== '404.html'))('%s says its canonical address', (path) => {
    const expected = `${based.origin}${based.base}${path.replace(/(^|\/)index\.html$/, '$1')}`;
    expect(/<link\b[^>]*rel="canonical"[^>]*href="([^"]*)"/.exec(read(based, path))?.[1]).toBe(expected);
  });
});
