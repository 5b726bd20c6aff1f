/** New and changed speeches, as Atom and as JSON Feed. */

import type { Address } from '../address.ts';
import type { Card } from '../card.ts';
import { bestDate } from '../known-date.ts';
import { site } from '../site.ts';
import { opening } from '../summary.ts';
import { corpusVersion } from '../version.ts';
import { formPath, forms, json, speechPath } from './speech.ts';
import { xml, xmlDocument } from './xml.ts';

/** Speeches in a feed. */
export const FEED_LENGTH = 50;

/** The day a feed goes by: that of the noted change, else the best date that the copy gives; null where there is neither. */
export function feedDate({ meta }: Card): string | null {
  return meta.updated ?? bestDate(meta)?.date ?? null;
}

/** The latest day first; those without any come last; those of one day by id. */
export function feedOrder(items: readonly Card[]): Card[] {
  return items
    .toSorted((a, b) => {
      const [left, right] = [feedDate(a) ?? '', feedDate(b) ?? ''];
      if (left !== right) return left < right ? 1 : -1;
      return a.meta.id < b.meta.id ? -1 : 1;
    })
    .slice(0, FEED_LENGTH);
}

/** The first moment of a day, month or year in China: feeds know moments alone. */
export function moment(date: string): string {
  return `${`${date}-01-01`.slice(0, 10)}T00:00:00+08:00`;
}

const length = 110;

/** Atom demands a date of each entry: speeches without any are left out. null where none has one. */
export function atomFeed(items: readonly Card[], address: Address): string | null {
  const dated = feedOrder(items).flatMap((card) => {
    const date = feedDate(card);
    return date ? [{ card, date }] : [];
  });
  const [latest] = dated;
  if (!latest) return null;
  const entries = dated.map(({ card, date }) => atomEntry(card, date, address));
  return xmlDocument(
    xml('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' }, [
      xml('id', {}, address('/')),
      xml('title', {}, site.name),
      xml('subtitle', {}, site.tagline),
      xml('updated', {}, moment(latest.date)),
      xml('author', {}, [xml('name', {}, site.name)]),
      xml('link', { rel: 'self', type: 'application/atom+xml', href: address('/feed.atom') }),
      xml('link', { rel: 'alternate', type: 'text/html', href: address('/') }),
      ...entries,
    ]),
  );
}

function atomEntry({ meta, beginning }: Card, date: string, address: Address): string {
  const { id, title, topics } = meta;
  return xml('entry', {}, [
    xml('id', {}, address(speechPath(id))),
    xml('title', {}, title),
    xml('updated', {}, moment(date)),
    xml('link', { rel: 'alternate', type: 'text/html', href: address(speechPath(id)) }),
    ...forms.map(({ ending, type }) => xml('link', { rel: 'alternate', type, href: address(formPath(id, ending)) })),
    ...topics.map((term) => xml('category', { term })),
    xml('summary', {}, opening(beginning, length)),
  ]);
}

/** JSON Feed 1.1. A date stands only where the whole day is known; `_wenku` has all dates as far as they are. */
export function jsonFeed(items: readonly Card[], address: Address): string {
  return json({
    version: 'https://jsonfeed.org/version/1.1',
    title: site.name,
    description: site.description,
    language: 'zh-CN',
    home_page_url: address('/'),
    feed_url: address('/feed.json'),
    _wenku: { version: corpusVersion(items).version },
    items: feedOrder(items).map((item) => feedItem(item, address)),
  });
}

function feedItem(card: Card, address: Address): object {
  const { id, title, delivered, issued, published, topics, updated = null } = card.meta;
  const date = feedDate(card);
  return {
    id: address(speechPath(id)),
    url: address(speechPath(id)),
    title,
    content_text: opening(card.beginning, length),
    ...(date?.length === 10 && { date_modified: moment(date) }),
    tags: topics,
    attachments: forms.map(({ ending, type }) => ({ url: address(formPath(id, ending)), mime_type: type })),
    _wenku: { version: card.version, updated, delivered, issued, published },
  };
}
