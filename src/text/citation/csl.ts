/** CSL-JSON: a list of one item of type `webpage`, with the variables of CSL 1.0.2. */
import { type Cited, type CitedPlace, deliveryPlace, entryKey, ownDate, remarks, statedTitle } from './cited.ts';

export function cslJson(cited: Cited, place: CitedPlace): string {
  const { author, delivered, deliveredUntil } = cited;
  const date = ownDate(cited);
  const note = remarks(cited, place).join('；');
  const item = {
    id: entryKey(cited, place),
    type: 'webpage',
    title: statedTitle(cited),
    // Whole: where a name divides into its parts is not known.
    author: author ? [{ literal: author.name }] : undefined,
    issued: date ? dates(date, date === delivered ? deliveredUntil : null) : undefined,
    'event-date': delivered ? dates(delivered, deliveredUntil) : undefined,
    'event-title': cited.event ?? undefined,
    'event-place': deliveryPlace(cited) ?? undefined,
    'container-title': cited.site,
    genre: cited.genre,
    number: cited.documentNumber ?? undefined,
    version: cited.version ?? undefined,
    language: 'zh-CN',
    URL: place.address,
    accessed: place.accessed ? dates(place.accessed) : undefined,
    note: note || undefined,
  };
  return JSON.stringify([item], null, 2);
}

function dates(first: string, last: string | null = null): { 'date-parts': number[][] } {
  const parts = (date: string) => date.split('-').map(Number);
  return { 'date-parts': last ? [parts(first), parts(last)] : [parts(first)] };
}
