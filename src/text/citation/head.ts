/**
 * What the head of a speech's page says for reference managers and search engines: Highwire's `citation_*`, as Zotero and
 * Google Scholar read them, and Dublin Core (`DC.` the fifteen elements, `DCTERMS.` the terms). Unknown parts are left out.
 */
import { type Cited, ownDate, statedTitle } from './cited.ts';

export interface Meta {
  name: string;
  content: string;
}

/**
 * @param address whole address of the page; null where the site does not know its own
 * @param rights what the page says of rights in the text
 */
export function headMetadata(cited: Cited, address: string | null, rights: string): Meta[] {
  const title = statedTitle(cited);
  const date = ownDate(cited);
  const author = cited.author?.name;
  const known: [name: string, content: string | null | undefined][] = [
    ['citation_title', title],
    ['citation_author', author],
    ['citation_date', date?.replaceAll('-', '/')],
    ['citation_language', 'zh-CN'],
    ['citation_public_url', address],
    ['DC.title', title],
    ['DC.creator', author],
    // The name that Zotero has for this kind of item; without it, it takes whatever has `citation_title` for a journal's.
    ['DC.type', 'webpage'],
    ['DC.language', 'zh-CN'],
    ['DC.identifier', address],
    ['DC.rights', rights],
    ['DCTERMS.created', cited.delivered],
    ['DCTERMS.issued', cited.issued],
    ['DCTERMS.modified', cited.updated],
  ];
  return known.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}
