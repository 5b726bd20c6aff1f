/** The machine copies of the whole library: what the pure builders of `data/copies` make of its content and its address. */
import { allDocs, allSpeeches, planOf } from './content.ts';
import { atomFeed, jsonFeed } from './data/copies/feeds.ts';
import { anchorParts, listOf, type PartFile, partPath, speechParts } from './data/copies/lists.ts';
import { schemaPath } from './data/copies/schemas.ts';
import { llms, openSearch, robots, sitemaps } from './data/copies/site-files.ts';
import { formPath, json, speechEntry, speechPath } from './data/copies/speech.ts';
import { copiesWords } from './data/copies-words.ts';
import { opening } from './data/summary.ts';
import { tagged, tagKinds } from './data/tags.ts';
import { corpusVersion } from './data/version.ts';
import { address } from './links.ts';

/** Speeches that `/llms.txt` names. */
const NAMED = 100;

/** Whether the site knows its origin. What is of no use without one is then not written. */
const placed = Boolean(import.meta.env.SITE);

const parts = {
  speeches: once(async () =>
    speechParts(
      allSpeeches().map((card) => speechEntry(card, address)),
      address,
    ),
  ),
  anchors: once(async () =>
    anchorParts(
      allSpeeches().map(({ meta: { id } }) => ({ id, ...planOf(id).anchors })),
      address,
    ),
  ),
};

export type ListKind = keyof typeof parts;

export async function list(kind: ListKind): Promise<string> {
  return json(listOf(kind, await parts[kind](), address));
}

/** The parts of a list, each with the last piece of its path. */
export async function listParts(kind: ListKind): Promise<(PartFile & { name: string })[]> {
  return (await parts[kind]()).map((part) => ({
    ...part,
    name: partPath(kind, part.bits).replace(/^.*\/|\.json$/g, ''),
  }));
}

/** By name of the file; null where this build has none. */
export const siteFiles = {
  'feed.atom': once(async () => (placed ? atomFeed(allSpeeches(), address) : null)),
  'feed.json': async () => (placed ? jsonFeed(allSpeeches(), address) : null),
  'opensearch.xml': async () => (placed ? openSearch(address) : null),
  'sitemap.xml': async () => (placed ? ((await allSitemaps())[0]?.content ?? null) : null),
  // Nobody asks for it but at the root of a host.
  'robots.txt': async () => (import.meta.env.BASE_URL === '/' ? robots(placed ? address('/sitemap.xml') : null) : null),
  'llms.txt': llmsText,
  'version.json': async () =>
    json({
      $schema: address(schemaPath('version-1')),
      ...corpusVersion(allSpeeches()),
    }),
};

/** The parts of a sitemap that is too long for one file, by number from 1. */
export async function sitemapParts(): Promise<string[]> {
  return placed ? (await allSitemaps()).slice(1).map(({ content }) => content) : [];
}

const allSitemaps = once(async () => {
  const speeches = allSpeeches();
  const docs = await allDocs();
  const tags = tagKinds.flatMap((kind) => [
    { path: `/${kind.kind}/` },
    ...tagged(kind, speeches).map(({ tag }) => ({ path: `/${kind.kind}/${tag.slug}/` })),
  ]);
  return sitemaps(
    [
      ...['/', '/speeches/', '/search/'].map((path) => ({ path })),
      ...docs.map(({ id }) => ({ path: docPath(id) })),
      ...tags,
      ...speeches.map(({ meta: { id, updated = null } }) => ({ path: speechPath(id), updated })),
    ],
    address,
  );
});

async function llmsText(): Promise<string> {
  const { docs, copies, speeches } = copiesWords.llms;
  const pages = (await allDocs()).map(({ id, data }) => ({ path: docPath(id), ...data }));
  const lists = (['speeches', 'anchors'] as const).map((kind) => ({
    title: `${kind}/index.json`,
    path: `/${kind}/index.json`,
    description: copies[kind],
  }));
  const newest = allSpeeches()
    .slice(0, NAMED)
    .map(({ meta, beginning }) => ({
      title: meta.title,
      path: formPath(meta.id, 'md'),
      description: opening(beginning, 60),
    }));
  return llms(
    [
      { ...docs, items: pages },
      { title: copies.title, lead: copies.lead, items: lists },
      { ...speeches, items: newest },
    ],
    address,
  );
}

function docPath(id: string): string {
  return id === 'index' ? '/docs/' : `/docs/${id}/`;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
