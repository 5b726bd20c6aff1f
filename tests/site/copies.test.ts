/** The machine copies of the built sites, against the project's own texts, the pages, and the schemas that stand beside them. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { read as readSource } from '../../scripts/normalize/readers/index.ts';
import { copySchemas, type SpeechCopy } from '../../src/data/copies/schemas.ts';
import { speechVersion } from '../../src/data/version.ts';
import { publishedText, rebuildSource } from '../../src/text/account.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';
import { textBlocks } from '../../src/text/speech.ts';
import { type BuiltSite, filesOf, read, sites } from './built.ts';

const folder = join(root, 'src/content/speeches');
const ids = readdirSync(folder)
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => name.replace(/\.mdx$/, ''))
  .sort();
const speechOf = (id: string) => readSpeech(readFileSync(join(folder, `${id}.mdx`), 'utf8'), id);
const KB = 1024;

/** Path of the file that an address of the site names. */
function fileOf({ base, origin }: BuiltSite, address: string): string {
  const start = `${origin ?? ''}${base}`;
  expect(address.startsWith(start), address).toBe(true);
  const path = address.slice(start.length).replace(/[?#].*$/, '');
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** What a JSON file says against the schema that it names itself. */
function faults(site: BuiltSite, path: string): unknown {
  const copy = JSON.parse(read(site, path));
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
  const validate = ajv.compile(JSON.parse(read(site, fileOf(site, copy.$schema))));
  return validate(copy) ? null : validate.errors;
}

/** Attribute `name` of all elements and texts of the elements `loc`, `id`, `title`. */
function xmlOf(text: string): { hrefs: string[]; texts: Record<string, string[]> } {
  const parser = new SaxesParser();
  const found = { hrefs: [] as string[], texts: {} as Record<string, string[]> };
  let open = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open = name;
    found.texts[name] ??= [];
    found.texts[name].push('');
    for (const key of ['href', 'template']) if (attributes[key]) found.hrefs.push(attributes[key]);
  });
  parser.on('text', (piece) => {
    const list = found.texts[open];
    if (list) list[list.length - 1] += piece;
  });
  parser.on('closetag', () => {
    open = '';
  });
  parser.write(text).close();
  return found;
}

test('there are speeches to compare with', () => {
  expect(ids.length).toBeGreaterThanOrEqual(5);
});

for (const site of sites) {
  const whole = (path: string) => `${site.origin ?? ''}${site.base}${path}`;
  const copies = ['.json', '.md', '.txt', '.xml', '.atom']
    .flatMap((ending) => filesOf(site, ending))
    .filter((path) => !/^(search|_deploy)\/|\/source\//.test(path));

  describe(`machine copies of the ${site.name}`, () => {
    describe.each(ids)('%s', (id) => {
      const speech = speechOf(id);
      const copy: SpeechCopy = JSON.parse(read(site, `speeches/${id}.json`));

      test('JSON: the blocks are the published text, the account leads back to the copy', async () => {
        const text = textBlocks(copy)
          .map((block) => block.text)
          .join('\n');
        expect(text).toBe(publishedText(speech));
        const path = copy.account.source;
        const source = await readSource({ path, bytes: readFileSync(join(root, path)) });
        expect(rebuildSource(text, copy.account.edits)).toBe(source.text);
        expect(copy.version).toBe(speechVersion(speech));
        expect({ meta: copy.meta, outline: copy.outline, former: copy.former, blocks: copy.blocks }).toEqual(speech);
        expect(copy.address).toBe(whole(`speeches/${id}/`));
      });

      test('its ids are those of the page and of the Markdown', () => {
        const inside = copy.blocks.flatMap((block) =>
          block.kind === 'omission'
            ? [block.id, ...block.absent]
            : [block.id, ...block.marks.flatMap((mark) => (mark.kind === 'runin' ? [mark.id] : []))],
        );
        const page = read(site, `speeches/${id}/index.html`);
        const article = page.slice(page.indexOf('<article class="speech"'), page.indexOf('</article>'));
        const shown = new Set([...article.matchAll(/\sid="([^"]+)"/g)].map(([, name = '']) => name));
        expect(inside.filter((name) => !shown.has(name))).toEqual([]);
        const markdown = read(site, `speeches/${id}.md`);
        const targets = [...markdown.matchAll(/\sid="([^"]+)"/g)].map(([, name]) => name);
        expect(targets.toSorted()).toEqual(inside.toSorted());
      });

      test('plain text: after the first empty line stands the published text', () => {
        const text = read(site, `speeches/${id}.txt`);
        expect(text.slice(text.indexOf('\n\n') + 2)).toBe(`${publishedText(speech)}\n`);
        expect(text).toContain(whole(`speeches/${id}/`));
        expect(text).toContain(copy.version);
      });

      test('its anchors weigh at most 1 KB compressed', () => {
        const parts = JSON.parse(read(site, 'anchors/index.json')).parts as { address: string }[];
        const all = parts.map(({ address }) => JSON.parse(read(site, fileOf(site, address))).speeches);
        const anchors = Object.assign({}, ...all)[id];
        const stands = copy.blocks.filter(({ id }) => !(id in anchors.ids)).map(({ id }) => id);
        expect(stands).toEqual([]);
        const bytes = gzipSync(JSON.stringify({ [id]: anchors }), { level: 9 }).length;
        console.log(`${id}: ${Object.keys(anchors.ids).length} 个编号，压缩后 ${bytes} 字节`);
        expect(bytes).toBeLessThanOrEqual(KB);
      });

      test('its page names the copies', () => {
        const page = read(site, `speeches/${id}/index.html`);
        for (const type of ['application/json', 'text/markdown', 'text/plain']) {
          const href = new RegExp(`<link rel="alternate" type="${type}" href="([^"]+)"`).exec(page)?.[1] ?? '';
          expect(existsSync(join(site.dir, href.slice(site.base.length))), type).toBe(true);
        }
      });
    });

    const named = copies.filter((path) => path.endsWith('.json') && !/^schemas\/|^feed/.test(path));
    test.each(named)('%s keeps to the schema that it names', (path) => {
      expect(faults(site, path)).toBeNull();
    });

    test('every kind of copy is there, and its schema beside it', () => {
      const used = new Set(named.map((path) => JSON.parse(read(site, path)).$schema.replace(/^.*\/|\.json$/g, '')));
      expect([...used].toSorted()).toEqual(Object.keys(copySchemas).toSorted());
      expect(filesOf(site, '.json').filter((path) => path.startsWith('schemas/'))).toHaveLength(used.size);
    });

    test('a copy without an id, or with a date in another form, is against the schema', () => {
      const path = `speeches/${ids[0]}.json`;
      const copy = JSON.parse(read(site, path));
      const validate = new Ajv2020({ strictTypes: false }).compile(JSON.parse(read(site, fileOf(site, copy.$schema))));
      expect(validate(copy)).toBe(true);
      const [block, ...blocks] = copy.blocks;
      expect(validate({ ...copy, blocks: [{ ...block, id: undefined }, ...blocks] })).toBe(false);
      expect(validate({ ...copy, meta: { ...copy.meta, delivered: '2024/1/2' } })).toBe(false);
      expect(validate({ ...copy, added: 'in a later state of the same version' })).toBe(true);
    });

    test('the lists name every speech once, with address and digest of each part', () => {
      for (const kind of ['speeches', 'anchors']) {
        const list = JSON.parse(read(site, `${kind}/index.json`));
        const held = (list.parts as { address: string; sha256: string }[]).flatMap(({ address, sha256 }) => {
          const content = read(site, fileOf(site, address));
          expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
          const { speeches } = JSON.parse(content);
          return Array.isArray(speeches) ? speeches.map((entry) => entry.id) : Object.keys(speeches);
        });
        expect(held.toSorted()).toEqual(ids);
        expect(list.speeches).toBe(ids.length);
      }
    });

    test.each(copies)('%s is UTF-8 without a mark before it, and ends in one line feed', (path) => {
      const bytes = readFileSync(join(site.dir, path));
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      expect(text).toMatch(/^[^\uFEFF][\s\S]*[^\n]\n$/);
      expect(text).not.toMatch(/\r|\uFFFD|undefined|\[object/);
    });

    test('every link of llms.txt opens a file', () => {
      const links = [...read(site, 'llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(([, href = '']) => href);
      expect(links.length).toBeGreaterThan(ids.length);
      for (const link of links) expect(existsSync(join(site.dir, fileOf(site, link))), link).toBe(true);
    });

    test('the script for other sites is small', () => {
      expect(statSync(join(site.dir, 'embed.js.gz')).size).toBeLessThanOrEqual(6 * KB);
      expect(read(site, 'embed.js')).not.toMatch(/innerHTML|insertAdjacent|document\.write|eval\(/);
    });
  });
}

describe('what needs the address of the site', () => {
  const [plain, based] = sites as [BuiltSite, BuiltSite];
  const home = read(based, 'index.html');

  test('is left out where it is not known', () => {
    for (const path of ['sitemap.xml', 'feed.atom', 'feed.json', 'opensearch.xml'])
      expect(existsSync(join(plain.dir, path)), path).toBe(false);
    for (const path of filesOf(plain, '.html'))
      expect(read(plain, path)).not.toMatch(/rel="search"|application\/(atom|feed)/);
    expect(read(plain, 'robots.txt')).toBe('User-agent: *\nAllow: /\n');
  });

  test('robots are told nothing below a base path, where they do not ask', () => {
    expect(existsSync(join(based.dir, 'robots.txt'))).toBe(false);
  });

  test('the sitemap names pages that are there, all speeches among them', () => {
    const { loc = [] } = xmlOf(read(based, 'sitemap.xml')).texts;
    for (const address of loc) expect(existsSync(join(based.dir, fileOf(based, address))), address).toBe(true);
    for (const id of ids) expect(loc).toContain(`https://example.test/repo/speeches/${id}/`);
    expect(new Set(loc).size).toBe(loc.length);
  });

  test('Atom and JSON Feed tell of the speeches, with links that open', () => {
    const atom = xmlOf(read(based, 'feed.atom'));
    const feed = JSON.parse(read(based, 'feed.json')) as { items: { url: string; attachments: { url: string }[] }[] };
    expect(feed.items.map(({ url }) => url.split('/').at(-2)).toSorted()).toEqual(ids);
    const links = feed.items.flatMap(({ url, attachments }) => [url, ...attachments.map((each) => each.url)]);
    for (const link of [...atom.hrefs, ...links])
      expect(existsSync(join(based.dir, fileOf(based, link))), link).toBe(true);
    expect(atom.texts.updated?.every((moment) => /^\d{4}-\d\d-\d\dT00:00:00\+08:00$/.test(moment))).toBe(true);
    expect(atom.texts.entry?.length).toBeGreaterThan(0);
  });

  test('home and lists name the feeds, every page the search', () => {
    for (const html of [home, read(based, 'speeches/index.html')]) {
      expect(html).toMatch(/<link rel="alternate" type="application\/atom\+xml"[^>]* href="\/repo\/feed\.atom"/);
      expect(html).toMatch(/<link rel="alternate" type="application\/feed\+json"[^>]* href="\/repo\/feed\.json"/);
    }
    for (const path of filesOf(based, '.html')) expect(read(based, path)).toContain('href="/repo/opensearch.xml"');
    const { hrefs } = xmlOf(read(based, 'opensearch.xml'));
    expect(hrefs).toEqual(['https://example.test/repo/search/?q={searchTerms}']);
  });
});
