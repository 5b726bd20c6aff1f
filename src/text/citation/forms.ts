/** Every form in which a place can be cited, in the order in which they are offered. */
import { bibtex } from './bibtex.ts';
import type { Cited, CitedPlace } from './cited.ts';
import { cslJson } from './csl.ts';
import { gbt7714 } from './gbt7714.ts';
import { htmlLink, markdownLink, plainLink } from './links.ts';
import { wordsWithSource } from './quoted.ts';
import { ris } from './ris.ts';

export type FormId = 'link' | 'words' | 'gbt2025' | 'gbt2015' | 'markdown' | 'html' | 'bibtex' | 'ris' | 'csl';

export interface CitationForm {
  id: FormId;
  text: string;
}

/** The words with their source are among them where the place has words. */
export function citationForms(cited: Cited, place: CitedPlace): CitationForm[] {
  return [
    { id: 'link', text: plainLink(place) },
    ...(place.words ? [{ id: 'words', text: wordsWithSource(cited, place) } as const] : []),
    { id: 'gbt2025', text: gbt7714(cited, place, 2025) },
    { id: 'gbt2015', text: gbt7714(cited, place, 2015) },
    { id: 'markdown', text: markdownLink(cited, place) },
    { id: 'html', text: htmlLink(cited, place) },
    { id: 'bibtex', text: bibtex(cited, place) },
    { id: 'ris', text: ris(cited, place) },
    { id: 'csl', text: cslJson(cited, place) },
  ];
}
