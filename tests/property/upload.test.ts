/** Whatever the two sites, and wherever an upload breaks off: who starts at the first page comes to nothing that is not there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepsFor } from '../../scripts/upload/steps.ts';

/** What a page leads to, and is shown with. */
type Site = Map<string, string[]>;

const pages = ['index.html', ...Array.from({ length: 6 }, (_, number) => `${number}/index.html`)];
const files = ['_astro/a.js', '_astro/b.js', 'feed.atom', 'speech.json', 'sw.js'];

/** A site without dead links. */
const sites = fc
  .record({ held: fc.subarray([...pages.slice(1), ...files]), picks: fc.array(fc.nat(), { minLength: 40 }) })
  .map(({ held, picks }): Site => {
    const keys = ['index.html', '_astro/always.js', ...held];
    const linksOf = (at: number) =>
      [0, 1, 2, 3].map((link) => keys[(picks[(at * 4 + link) % 40] ?? 0) % keys.length] as string);
    return new Map(keys.map((key, at) => [key, key.endsWith('.html') ? linksOf(at) : []]));
  });

const digestOf = (links: string[] = []) => links.join(' ');

/** What is missing of that which can be reached. */
function missing(store: Site): string[] {
  const seen = new Set<string>();
  const open = store.has('index.html') ? ['index.html'] : [];
  for (let key = open.pop(); key; key = open.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    open.push(...(store.get(key) ?? []));
  }
  return [...seen].filter((key) => !store.has(key));
}

interface Store {
  objects: Site;
  /** What its note says. */
  noted: string[];
}

/** Everything that is done to the store, one after the other; what is done in one step comes in any order. */
function* strokes(to: Site, at: Store, shuffled: <T>(list: T[]) => T[]): Generator<void> {
  const store = at.objects;
  const stored = [...to].map(([key, links]) => ({ key, file: key, headers: {}, packs: false, md5: digestOf(links) }));
  const standing = new Map([...store].map(([key, links]) => [key, digestOf(links)]));
  for (const { note, send, remove } of stepsFor(stored, standing, { noted: at.noted })) {
    if (note) {
      at.noted = note;
      yield;
    }
    for (const { key } of shuffled(send)) {
      store.set(key, to.get(key) ?? []);
      yield;
    }
    for (const key of shuffled(remove)) {
      store.delete(key);
      yield;
    }
  }
}

test('no link is dead at any moment, through uploads that break off', () => {
  const order = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
  const uploads = fc.array(fc.tuple(sites, fc.option(fc.nat(20))), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(uploads, order, (all, numbers) => {
      const shuffled = <T>(list: T[]) =>
        list
          .map((each): [number, T] => [numbers.next().value, each])
          .sort(([one], [other]) => one - other)
          .map(([, each]) => each);
      const store: Store = { objects: new Map(), noted: [] };
      for (const [site, breaksAfter] of all) {
        let done = 0;
        let broken = false;
        for (const _ of strokes(site, store, shuffled)) {
          expect(missing(store.objects)).toEqual([]);
          broken = ++done === breaksAfter;
          if (broken) break;
        }
        if (broken) continue;
        expect(new Map([...store.objects].sort())).toEqual(new Map([...site].sort()));
        expect(store.noted).toEqual([]);
      }
    }),
    { numRuns: 2000 },
  );
});
