import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { declaredHashes, finishPage, inlineHashes, policy, unite } from '../../../scripts/deploy/policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (inside: string) =>
  Buffer.from(
    `<!doctype html><html><head><title>讲话</title><meta charset="utf-8">${inside}</head><body></body></html>`,
  );

describe('inlineHashes', () => {
  test('takes what stands between the tags, to the character', () => {
    const { scripts, styles } = inlineHashes(page('<script>\n a < b && "讲话" </script><style>p{}</style>'));
    expect(scripts).toEqual([hash('\n a < b && "讲话" ')]);
    expect(styles).toEqual([hash('p{}')]);
  });
  test.each(['module', 'text/javascript', 'importmap', 'speculationrules', ''])('type %j is executed', (type) => {
    expect(inlineHashes(page(`<script type="${type}">1</script>`)).scripts).toEqual([hash('1')]);
  });
  test.each(['<script src="/a.js"></script>', '<script type="application/ld+json">{}</script>', '<p style="x">'])(
    '%s needs none',
    (inside) => expect(inlineHashes(page(inside))).toEqual({ scripts: [], styles: [] }),
  );
  test('each once, in the same order whatever the order of the page', () => {
    const one = inlineHashes(page('<script>1</script><script>2</script><script>1</script>'));
    expect(one).toEqual(inlineHashes(page('<script>2</script><script>1</script>')));
    expect(one.scripts).toHaveLength(2);
    expect(unite([one, one])).toEqual(one);
  });
});

describe('policy', () => {
  test('allows nothing inline but by hash, and no other host', () => {
    const line = policy({ scripts: [hash('1')], styles: [] }, 'header');
    expect(line).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('1')};`);
    expect(line).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
    expect(line).toMatch(/^default-src 'none'; /);
  });
  test('who may frame a page is said in the header alone', () => {
    expect(policy({ scripts: [], styles: [] }, 'header')).toContain("frame-ancestors 'none'");
    expect(policy({ scripts: [], styles: [] }, 'meta')).not.toContain('frame-ancestors');
  });
});

describe('finishPage', () => {
  test('puts the policy before anything that it concerns, once', () => {
    const plain = page('<script>1</script>');
    const { page: finished, hashes } = finishPage(plain);
    const secured = finished.toString();
    expect(secured.indexOf('Content-Security-Policy')).toBeLessThan(secured.indexOf('<script>'));
    expect(secured).toContain(hash('1'));
    expect(hashes).toEqual({ scripts: [hash('1')], styles: [] });
    expect(finishPage(finished)).toEqual({ page: finished, hashes });
    expect(secured.replace(/<meta http-equiv[^>]*>/, '')).toBe(plain.toString());
  });
  test('refuses a page without charset', () => {
    expect(() => finishPage(Buffer.from('<p>'))).toThrow('没有 <meta charset>');
  });
  test('a finished page says what it needs', () => {
    const { page: finished, hashes } = finishPage(page('<script>1</script><style>p{}</style><script>2</script>'));
    expect(declaredHashes(finished)).toEqual(hashes);
    expect(declaredHashes(finishPage(page('')).page)).toEqual({ scripts: [], styles: [] });
    expect(() => declaredHashes(page(''))).toThrow('没有内容安全策略');
  });
});
