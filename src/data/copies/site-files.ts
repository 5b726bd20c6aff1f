/** Files that tell programs about the whole site. */

import type { Address } from '../address.ts';
import { site } from '../site.ts';
import { xml, xmlDocument } from './xml.ts';

export interface SitePage {
  path: string;
  /** Day of the last change that a person has noted. */
  updated?: string | null;
}

/** Addresses in one sitemap (sitemaps.org). */
export const PAGES_A_SITEMAP = 50_000;
const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** By path: one sitemap, or else an index and its parts. */
export function sitemaps(pages: readonly SitePage[], address: Address): { path: string; content: string }[] {
  const parts = Array.from({ length: Math.max(1, Math.ceil(pages.length / PAGES_A_SITEMAP)) }, (_, index) =>
    sitemap(pages.slice(index * PAGES_A_SITEMAP, (index + 1) * PAGES_A_SITEMAP), address),
  );
  const [only = ''] = parts;
  if (parts.length === 1) return [{ path: '/sitemap.xml', content: only }];
  const files = parts.map((content, index) => ({ path: `/sitemap-${index + 1}.xml`, content }));
  const entries = files.map(({ path }) => xml('sitemap', {}, [xml('loc', {}, address(path))]));
  return [{ path: '/sitemap.xml', content: xmlDocument(xml('sitemapindex', { xmlns: XMLNS }, entries)) }, ...files];
}

function sitemap(pages: readonly SitePage[], address: Address): string {
  const urls = pages.map(({ path, updated }) =>
    xml('url', {}, [xml('loc', {}, address(path)), ...(updated ? [xml('lastmod', {}, updated)] : [])]),
  );
  return xmlDocument(xml('urlset', { xmlns: XMLNS }, urls));
}

/** OpenSearch 1.1: lets a browser search here from its address bar. */
export function openSearch(address: Address): string {
  const template = `${address('/search/')}?q={searchTerms}`;
  return xmlDocument(
    xml('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
      xml('ShortName', {}, site.name),
      xml('Description', {}, site.tagline),
      xml('InputEncoding', {}, 'UTF-8'),
      xml('Language', {}, 'zh-CN'),
      xml('Image', { width: '192', height: '192', type: 'image/png' }, address('/icon-192.png')),
      xml('Url', { type: 'text/html', method: 'get', template }),
    ]),
  );
}

/** @param sitemap its address; null where there is none */
export function robots(sitemap: string | null): string {
  return ['User-agent: *', 'Allow: /', ...(sitemap ? ['', `Sitemap: ${sitemap}`] : []), ''].join('\n');
}

export interface Described {
  title: string;
  path: string;
  description?: string;
}

/** `/llms.txt`: what the site is and where its texts are, as a short Markdown file for language models. */
export function llms(sections: { title: string; lead?: string; items: Described[] }[], address: Address): string {
  const plain = (text: string) => text.replaceAll(/[[\]\\*_`<]/g, (sign) => `\\${sign}`);
  const item = ({ title, path, description }: Described) =>
    `- [${plain(title)}](${address(path)})${description ? `：${plain(description)}` : ''}`;
  const parts = sections.map(({ title, lead, items }) =>
    [`## ${title}`, ...(lead ? [lead] : []), items.map(item).join('\n')].join('\n\n'),
  );
  return `${[`# ${site.name}`, `> ${site.tagline}。${site.description}`, ...parts].join('\n\n')}\n`;
}
