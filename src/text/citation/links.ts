/** Links to a place, as it stands, in Markdown and in HTML. */
import { type Cited, type CitedPlace, placeBriefly, titleMark } from './cited.ts';

export function plainLink({ address }: CitedPlace): string {
  return address;
}

export function markdownLink(cited: Cited, place: CitedPlace): string {
  const text = linkText(cited, place).replace(/[\\`*_[\]<>&!~#|$]/gu, '\\$&');
  const address = place.address.replace(/[()\\<>\s]/gu, percent).replace(/&(?=#?\w{1,40};)/gu, '\\&');
  return `[${text}](${address})`;
}

export function htmlLink(cited: Cited, place: CitedPlace): string {
  return `<a href="${escapeHtml(place.address)}">${escapeHtml(linkText(cited, place))}</a>`;
}

/** One line: what is linked to, and where in it. */
function linkText(cited: Cited, place: CitedPlace): string {
  return [titleMark(cited), placeBriefly(place)].filter(Boolean).join(' ').replace(/\s+/gu, ' ');
}

export function escapeHtml(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/gu, (sign) => signs[sign] as string);
}

function percent(sign: string): string {
  return `%${(sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(2, '0')}`;
}
