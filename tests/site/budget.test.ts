import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { importsOf } from '../../scripts/deploy/offline.ts';
import { filesOf as filesNamedIn } from '../../src/offline/store.ts';
import { filesOf, read, sites } from './built.ts';

const KB = 1024;

for (const site of sites) {
  describe(`weight of the ${site.name}, in gzip as a server sends it`, () => {
    /** Bytes over the wire: of the compressed copy where there is one, else as `deploy/nginx.conf` has it packed when asked for. */
    const weigh = (path: string) => {
      const file = join(site.dir, path);
      const copy = statSync(`${file}.gz`, { throwIfNoEntry: false });
      return copy?.size ?? gzipSync(readFileSync(file), { level: 7 }).length;
    };
    const speeches = filesOf(site, 'index.html').filter((path) => /^speeches\/[^/]+\//.test(path));

    test.each(speeches)('%s: HTML at most 14 KB', (path) => {
      expect(weigh(path)).toBeLessThanOrEqual(14 * KB);
    });
    test.each(speeches)('%s: scripts at most 8 KB', (path) => {
      const scripts = new Set<string>();
      const open = filesNamedIn(read(site, path), site.base).filter((file) => file.endsWith('.js'));
      for (let file = open.pop(); file; file = open.pop()) {
        if (scripts.has(file)) continue;
        scripts.add(file);
        const folder = posix.dirname(file);
        open.push(...importsOf(read(site, file.slice(site.base.length))).map((name) => posix.join(folder, name)));
      }
      const sizes = [...scripts].map((file) => weigh(file.slice(site.base.length)));
      expect(sizes.length).toBeGreaterThan(0);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(8 * KB);
    });
    test('the service worker: at most 4 KB', () => {
      expect(weigh('sw.js')).toBeLessThanOrEqual(4 * KB);
      expect(readFileSync(join(site.dir, 'sw.js'), 'utf8')).toContain(`${site.base}offline/`);
    });
  });
}
