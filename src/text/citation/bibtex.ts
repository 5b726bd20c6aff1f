/** BibTeX, in the fields that biblatex gives `@online`; older styles pass over those that they do not know. */
import { type Cited, type CitedPlace, entryKey, ownDate, remarks, statedTitle } from './cited.ts';

export function bibtex(cited: Cited, place: CitedPlace): string {
  const { author, delivered, deliveredUntil } = cited;
  const until = delivered && deliveredUntil ? `/${deliveredUntil}` : '';
  const date = ownDate(cited);
  const fields: [name: string, value: string | null | undefined][] = [
    // Braces within braces: a Chinese name or a body's name has no parts.
    ['author', author && `{${escapeTex(author.name)}}`],
    ['title', `{${escapeTex(statedTitle(cited))}}`],
    ['date', date && date + until],
    ['year', date?.slice(0, 4)],
    ['organization', escapeTex(cited.site)],
    ['version', cited.version && escapeTex(cited.version)],
    ['url', place.address.replace(/[{}\\\s]/gu, (sign) => encodeURIComponent(sign))],
    ['urldate', place.accessed],
    ['langid', 'chinese'],
    ['note', escapeTex(remarks(cited, place).join('；'))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@online{${entryKey(cited, place)},`, ...lines, '}'].join('\n');
}

const signs: Record<string, string> = {
  '\\': '\\textbackslash{}',
  // Counted as braces even behind a backslash, so that one alone would break the entry.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

function escapeTex(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\{}^~$&%#_]/gu, (sign) => signs[sign] ?? `\\${sign}`);
}
