import { expect, test } from 'vitest';
import { reportHref } from '../../../src/text/report.ts';

const page = 'https://example.org/speeches/a/?q=x&y#s2-1';

test('a template takes the address of page and place, percent-encoded', () => {
  expect(reportHref('https://example.org/report?page={page}&from=site', page)).toBe(
    `https://example.org/report?page=${encodeURIComponent(page)}&from=site`,
  );
  expect(reportHref('mailto:a@example.org?body={page}', page)).toBe(
    `mailto:a@example.org?body=${encodeURIComponent(page)}`,
  );
});

test('a plain mail address gets subject and body, and keeps a subject of its own', () => {
  const url = new URL(reportHref('mailto:a@example.org', page));
  expect(url.pathname).toBe('a@example.org');
  expect(Object.fromEntries(url.searchParams)).toEqual({ subject: '报告错误', body: page });
  expect(reportHref('mailto:a@example.org?cc=b@example.org', page)).toContain('?cc=b@example.org&subject=');
});

test('an address without a place for it stays as it is', () => {
  expect(reportHref('https://example.org/issues/new', page)).toBe('https://example.org/issues/new');
});

test('signs that a replacement would take for its own are kept', () => {
  expect(reportHref('https://example.org/?{page}', "https://example.org/$&$'")).toContain(encodeURIComponent("$&$'"));
});
