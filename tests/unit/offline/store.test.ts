import { describe, expect, test } from 'vitest';
import { importsOf } from '../../../scripts/deploy/offline.ts';
import { cacheNames, filesOf, isOurs, pageKey, titleOf, treatmentOf, withNotice } from '../../../src/offline/store.ts';

const home = new URL('https://example.org/repo/');
const request = (path: string, mode: RequestMode = 'cors', init: { method?: string; range?: string } = {}) => ({
  method: init.method ?? 'GET',
  mode,
  url: new URL(path, home).href,
  headers: new Headers(init.range ? { range: init.range } : {}),
});

describe('treatmentOf', () => {
  test.each([
    ['speeches/one/', 'navigate', 'page'],
    ['_astro/page.abc.js', 'cors', 'file'],
    ['search/catalogue.json', 'cors', 'leave'],
    ['favicon.svg', 'no-cors', 'leave'],
    ['/other/', 'navigate', 'leave'],
    ['https://elsewhere.org/repo/', 'navigate', 'leave'],
  ] as const)('%s (%s): %s', (path, mode, treatment) => {
    expect(treatmentOf(request(path, mode), home)).toBe(treatment);
  });
  test('what is sent and what is asked for in parts is left alone', () => {
    expect(treatmentOf(request('speeches/one/', 'navigate', { method: 'POST' }), home)).toBe('leave');
    expect(treatmentOf(request('_astro/a.js', 'cors', { range: 'bytes=0-1' }), home)).toBe('leave');
  });
});

test('a page is kept once, whatever is asked with it', () => {
  for (const path of ['one/', 'one', 'one/?q=a', 'one/#p3'])
    expect(pageKey(new URL(path, home).href)).toBe('/repo/one/');
  expect(pageKey(new URL('404.html', home).href)).toBe('/repo/404.html');
});

test('caches of another site on the same host are not ours', () => {
  expect(isOurs(cacheNames('/').pages, '/')).toBe(true);
  expect(isOurs(cacheNames('/repo/').pages, '/')).toBe(false);
});

test('filesOf names hashed files of this site, each once', () => {
  const html = '<link href="/repo/_astro/a.css"><script src="/repo/_astro/b.js"></script><a href="/repo/x/"></a>';
  expect(filesOf(html + html, '/repo/')).toEqual(['/repo/_astro/a.css', '/repo/_astro/b.js']);
});

describe('withNotice', () => {
  test('stands at the head of the main part, and nothing else changes', () => {
    const html = '<body class="a"><nav></nav><main id="main"><article>文 $& 1</article></main></body>';
    const told = withNotice(html, '存下的 <版本> $&');
    expect(told).toContain('<main id="main"><p class="stored-note" role="note">存下的 &lt;版本> $&amp;</p><article>');
    expect(told.replace(/<p class="stored-note".*?<\/p>/, '')).toBe(html);
  });
  test('is never left out', () => {
    expect(withNotice('<body><p>', '旧')).toMatch(/^<body><p class="stored-note"/);
    expect(withNotice('文', '旧')).toMatch(/^<p class="stored-note"/);
  });
});

test('titleOf leaves out the name of the site', () => {
  expect(titleOf('<title>A &amp; B · C · 讲话文库</title>')).toBe('A & B · C');
});

test('importsOf names what a script needs from the start, and of the rest what is asked for', () => {
  const script =
    'import{a as b}from"./match.1.js";import"./side.2.js";const c=()=>[import("./later.3.js"),import(`./dialog.4.js`)];';
  expect(importsOf(script)).toEqual(['./match.1.js', './side.2.js']);
  expect(importsOf(script, ['dialog'])).toEqual(['./match.1.js', './side.2.js', './dialog.4.js']);
});
