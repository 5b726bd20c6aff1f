/** Word and PDF files of real tools, damaged in every way: there is a record that loses nothing, or a sentence for a person. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { normalize } from '../../scripts/normalize/index.ts';
import { SourceError } from '../../scripts/normalize/types.ts';
import { publishedText, rebuildSource } from '../../src/text/account.ts';

const runs = Number(process.env.PROPERTY_RUNS ?? 300);
/** A PDF takes some hundred times as long as a text. */
const RUNS = { docx: Math.ceil(runs / 5), pdf: Math.ceil(runs / 20) };

const golden = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/golden/${name}`, import.meta.url)));
const word = golden('docx-official/input.docx');
const entries = unzipSync(word);
const print = golden('pdf-official/input.pdf');
const page = golden('pdf-printed-page/input.pdf');

type Damage = (bytes: Uint8Array) => Uint8Array;

/** Places are shares of the length, so that they fit every file. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const overwritten = fc
  .array(fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 6 })), { minLength: 1, maxLength: 12 })
  .map(
    (changes): Damage =>
      (bytes) => {
        const result = new Uint8Array(bytes);
        for (const [at, values] of changes) {
          const from = Math.floor(at * bytes.length);
          result.set(values.subarray(0, bytes.length - from), from);
        }
        return result;
      },
  );
const cut = place.map(
  (at): Damage =>
    (bytes) =>
      bytes.slice(0, Math.floor(at * bytes.length)),
);
const without = fc.tuple(place, place).map(
  ([a, b]): Damage =>
    (bytes) => {
      const [from, to] = [a, b].sort((x, y) => x - y).map((at) => Math.floor(at * bytes.length));
      return new Uint8Array(Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]));
    },
);
const twice = fc.tuple(place, place).map(
  ([a, b]): Damage =>
    (bytes) => {
      const from = Math.floor(a * bytes.length);
      const middle = bytes.subarray(from, from + Math.floor(b * 2000));
      return new Uint8Array(Buffer.concat([bytes.subarray(0, from), middle, middle, bytes.subarray(from)]));
    },
);
const damage = fc.oneof(overwritten, cut, without, twice);

async function holds(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const { speech, edits, document } = await normalize({ path, bytes }, null, '0'.repeat(64));
    expect(rebuildSource(publishedText(speech), edits)).toBe(document.text);
  } catch (error) {
    expect(error).toBeInstanceOf(SourceError);
    expect((error as Error).message).toContain(path);
  }
}

test('a Word document with damaged bytes', async () => {
  await fc.assert(
    fc.asyncProperty(damage, (harm) => holds('a.docx', harm(word))),
    { numRuns: RUNS.docx },
  );
});

test('a Word document with damaged parts in a sound archive', async () => {
  const names = Object.keys(entries).filter((name) => /\.(?:xml|rels)$/.test(name));
  const random = fc.uint8Array({ maxLength: 3000 }).map(
    (bytes): Damage =>
      () =>
        bytes,
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.oneof(damage, random), (name, harm) => {
      const part = entries[name] ?? new Uint8Array();
      return holds('a.docx', zipSync({ ...entries, [name]: harm(part) }, { level: 0 }));
    }),
    { numRuns: RUNS.docx },
  );
});

test('a Word document whose XML is shuffled but sound', async () => {
  const body = new TextDecoder().decode(entries['word/document.xml']);
  const pieces = body.match(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs) ?? [];
  const start = body.slice(0, body.indexOf('<w:body>') + '<w:body>'.length);
  expect(pieces.length).toBeGreaterThan(5);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (chosen) => {
      const xml = `${start}${chosen.join('')}</w:body></w:document>`;
      return holds('a.docx', zipSync({ ...entries, 'word/document.xml': new TextEncoder().encode(xml) }, { level: 0 }));
    }),
    { numRuns: RUNS.docx },
  );
});

test('a PDF with damaged bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(print, page), damage, (bytes, harm) => holds('a.pdf', harm(bytes))),
    { numRuns: RUNS.pdf },
  );
});
