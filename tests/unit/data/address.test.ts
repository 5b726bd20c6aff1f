import { expect, test } from 'vitest';
import { addressesAt } from '../../../src/data/address.ts';

test('a site that knows its origin has whole addresses, another the paths below its base', () => {
  const at = (origin: string | null, base: string) => addressesAt({ origin, base })('/speeches/甲.json');
  expect(at('https://example.test', '/')).toBe('https://example.test/speeches/%E7%94%B2.json');
  expect(at('https://example.test', '/repo/')).toBe('https://example.test/repo/speeches/%E7%94%B2.json');
  expect(at(null, '/')).toBe('/speeches/甲.json');
  expect(at(null, '/repo/')).toBe('/repo/speeches/甲.json');
});
