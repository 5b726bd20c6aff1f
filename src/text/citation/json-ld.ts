/**
 * A speech and its parts in the words of schema.org. It has no type for the text of a speech: `CreativeWork` with `genre` says
 * nothing untrue, `Article` is for newspapers and magazines. Unknown parts are left out.
 */
import { entryWords } from '../outline.ts';
import type { Speech } from '../speech.ts';
import { type Cited, deliveryPlace, statedTitle } from './cited.ts';

/** Addresses of the page and of the site's home; null where the site does not know its own. */
export interface Addresses {
  page: string | null;
  home: string | null;
}

export function jsonLd(speech: Speech, cited: Cited, { page, home }: Addresses): object {
  const { author, role, documentNumber } = cited;
  const spoken = deliveryPlace(cited);
  const parts = speech.outline.filter(({ present }) => present);
  return compact({
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    '@id': page,
    url: page,
    name: statedTitle(cited),
    genre: cited.genre,
    inLanguage: 'zh-CN',
    author:
      author && compact({ '@type': typeOf[author.kind], name: author.name, jobTitle: personal(author.kind, role) }),
    dateCreated: cited.delivered,
    datePublished: cited.issued,
    dateModified: cited.updated,
    locationCreated: spoken && { '@type': 'Place', name: spoken },
    identifier: documentNumber,
    version: cited.version,
    copyrightNotice: speech.meta.source.rights,
    isPartOf: compact({ '@type': 'WebSite', name: cited.site, url: home }),
    // Of one type all, and their places relative to the page: a long outline stays small.
    hasPart: parts.length > 0 ? parts.map((entry) => partOf(entry.id, entryWords(entry), page)) : null,
  });
}

const typeOf = { person: 'Person', body: 'Organization' };

function personal(kind: 'person' | 'body', role: string | null): string | null {
  return kind === 'person' ? role : null;
}

function partOf(id: string, name: string, page: string | null): object {
  return { '@type': 'CreativeWork', '@id': `${page ?? ''}#${id}`, name };
}

/** For the text of a `<script>`: nothing in it can end the element or begin another. */
export function scriptText(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function compact(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
