import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { type Card, cardOf } from '../../../src/data/card.ts';
import { atomFeed, FEED_LENGTH, feedOrder, jsonFeed, moment } from '../../../src/data/copies/feeds.ts';
import { speechText } from '../../../src/data/copies/plain.ts';
import { llms, openSearch, PAGES_A_SITEMAP, robots, sitemaps } from '../../../src/data/copies/site-files.ts';
import { escapeXml } from '../../../src/data/copies/xml.ts';
import { publishedText } from '../../../src/text/account.ts';
import { metaSchema } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

const address = (path: string) => `https://example.test/repo${path}`;

/** Texts of all elements of a name; the document has to be well formed. */
function texts(xml: string, name: string): string[] {
  const parser = new SaxesParser();
  const found: string[] = [];
  let open = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    open = tag.name === name;
    if (open) found.push('');
  });
  parser.on('text', (text) => {
    if (open) found[found.length - 1] += text;
  });
  parser.on('closetag', () => {
    open = false;
  });
  parser.write(xml).close();
  return found;
}

function item(id: string, dates: { updated?: string; published?: string; delivered?: string }, title = '题'): Card {
  const known = { published: null, delivered: null, ...dates };
  return cardOf({ ...sampleSpeech, meta: { ...sampleSpeech.meta, id, title, ...known } });
}

describe('feeds', () => {
  const items = [
    item('undated', {}),
    item('posted', { published: '2024-10-09' }, '**市 <5&6> ×'),
    item('changed', { updated: '2026-01-02', delivered: '2020' }),
    item('month', { delivered: '2024-11' }),
  ];

  test('the noted change counts first, then the date of the copy; those without any come last', () => {
    const ids = feedOrder(items).map(({ meta }) => meta.id);
    expect(ids).toEqual(['changed', 'month', 'posted', 'undated']);
    expect(feedOrder(items.toReversed())).toEqual(feedOrder(items));
  });

  test('Atom leaves out what has no date, and is as new as its newest entry', () => {
    const atom = atomFeed(items, address) ?? '';
    expect(texts(atom, 'updated')).toEqual(['2026-01-02', '2026-01-02', '2024-11-01', '2024-10-09'].map(moment));
    expect(texts(atom, 'title').slice(1)).toEqual(['题', '题', '**市 <5&6> ×']);
    expect(atomFeed([item('undated', {})], address)).toBeNull();
  });

  test('JSON Feed has all, and a moment only where the whole day is known', () => {
    const feed = JSON.parse(jsonFeed(items, address));
    expect(feed.items.map(({ date_modified }: { date_modified?: string }) => date_modified)).toEqual([
      moment('2026-01-02'),
      undefined,
      moment('2024-10-09'),
      undefined,
    ]);
    expect(feed.items[1]._wenku.delivered).toBe('2024-11');
  });

  test('a feed stays short', () => {
    const many = Array.from({ length: 200 }, (_, number) => item(`s${number}`, { published: '2024-01-01' }));
    expect(feedOrder(many)).toHaveLength(FEED_LENGTH);
  });
});

describe('sitemap', () => {
  test('one file, with the day of a noted change', () => {
    const [only, ...others] = sitemaps([{ path: '/' }, { path: '/speeches/a/', updated: '2026-01-02' }], address);
    expect(others).toEqual([]);
    expect(only?.path).toBe('/sitemap.xml');
    expect(texts(only?.content ?? '', 'loc')).toEqual([
      'https://example.test/repo/',
      'https://example.test/repo/speeches/a/',
    ]);
    expect(texts(only?.content ?? '', 'lastmod')).toEqual(['2026-01-02']);
  });

  test('an index and parts where one file may not hold all', () => {
    const pages = Array.from({ length: PAGES_A_SITEMAP + 1 }, (_, number) => ({ path: `/speeches/${number}/` }));
    const [index, ...parts] = sitemaps(pages, address);
    expect(texts(index?.content ?? '', 'loc')).toEqual(parts.map(({ path }) => address(path)));
    expect(parts.map(({ content }) => texts(content, 'loc').length)).toEqual([PAGES_A_SITEMAP, 1]);
  });
});

test('a search engine of the browser gets the template with its place holder as it is', () => {
  expect(openSearch(address)).toContain('template="https://example.test/repo/search/?q={searchTerms}"');
  expect(texts(openSearch(address), 'ShortName')[0]?.length).toBeLessThanOrEqual(16);
});

test('robots may read all, and are told the sitemap where there is one', () => {
  expect(robots('https://example.test/sitemap.xml')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://example.test/sitemap.xml\n',
  );
  expect(robots(null)).toBe('User-agent: *\nAllow: /\n');
});

test('titles with redaction marks are no Markdown in llms.txt', () => {
  const text = llms([{ title: '讲话', items: [{ title: '**市[2024]', path: '/a/' }] }], address);
  expect(text).toContain('- [\\*\\*市\\[2024\\]](https://example.test/repo/a/)\n');
});

test('XML holds no character that it may not hold', () => {
  expect(escapeXml('a\u{0}\u{B}<&>"\u{FFFE}𠮷')).toBe('a\u{FFFD}\u{FFFD}&lt;&amp;&gt;&quot;\u{FFFD}𠮷');
});

test('plain text: after the first empty line stands the published text', () => {
  const text = speechText(sampleSpeech, { version: '0123456789ab', updated: '2026-01-02' }, address);
  const head = text.slice(0, text.indexOf('\n\n'));
  expect(text.slice(head.length + 2)).toBe(`${publishedText(sampleSpeech)}\n`);
  expect(head.split('\n')).toEqual(
    expect.arrayContaining([
      '网站发布：2024 年 10 月 9 日',
      '完整程度：有缺：第 2 段之后缺 876 字（o1），文末缺多少不详（o2）',
      '网址：https://example.test/repo/speeches/sample-speech/',
      '文本版本：0123456789ab',
      '更新：2026-01-02',
    ]),
  );
});

test('no speech has the name of a list', () => {
  for (const id of ['index', 'page', 'parts'])
    expect(metaSchema.safeParse({ ...sampleSpeech.meta, id }).success).toBe(false);
  expect(metaSchema.safeParse({ ...sampleSpeech.meta, id: 'index-of-prices' }).success).toBe(true);
});
