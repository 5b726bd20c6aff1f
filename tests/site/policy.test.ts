/** The policy of the built pages, against what a parser finds in them. */
import { describe, expect, test } from 'vitest';
import { inlineOf, parseWhole } from '../../scripts/deploy/inline.ts';
import { declaredHashes, inlineHashes } from '../../scripts/deploy/policy.ts';
import { filesOf, formerSite, read, sites } from './built.ts';

for (const site of [...sites, formerSite]) {
  describe(`policy of the ${site.name}`, () => {
    test.each(filesOf(site, '.html'))('%s allows what stands inline in it, and nothing else', (path) => {
      const page = Buffer.from(read(site, path));
      expect(inlineOf(page)).toEqual(parseWhole(page));
      expect(declaredHashes(page)).toEqual(inlineHashes(page));
    });
    test('the header allows it on all pages', () => {
      const header = read(site, '_headers');
      for (const path of filesOf(site, '.html')) {
        const { scripts, styles } = declaredHashes(Buffer.from(read(site, path)));
        for (const hash of [...scripts, ...styles]) expect(header).toContain(hash);
      }
    });
  });
}
