/** What a citation is made of: a speech as far as its copy says, and the place in it. */
import type { Meta } from '../speech.ts';

export interface Cited {
  id: string;
  title: string;
  /** Without the dash that it begins with on the page. */
  subtitle: string | null;
  /** true: the title was supplied by this site. */
  titleDerived: boolean;
  /** A person by name, else the body in whose name the text stands; an office without a name is no author. */
  author: { name: string; kind: 'person' | 'body' } | null;
  /** Office of the speaker, as the copy words it. */
  role: string | null;
  delivered: string | null;
  deliveredUntil: string | null;
  issued: string | null;
  place: string | null;
  event: string | null;
  genre: string;
  documentNumber: string | null;
  /** What the site calls itself. */
  site: string;
  /** Version of the published text, and the day from which it has stood (`YYYY-MM-DD`), where that is recorded. */
  version: string | null;
  updated: string | null;
}

export interface CitedPlace {
  /** Whole address, of the speech or of a place in it; what a quotation link adds stands in it. */
  address: string;
  /** Id of the section or block; empty for the speech as a whole. */
  anchor: string;
  /** Headings that the place stands under, the outermost first; of a section its own comes last. */
  path: readonly string[];
  /** Words of the place as published. */
  words?: string | undefined;
  /** Day on which the page was read, `YYYY-MM-DD`. Whoever reads passes it; a build has none. */
  accessed?: string | undefined;
}

/** What is kept of a speech for citing it. The day on which another site posted the copy is not: it dates neither the speech nor this page. */
export function citedSpeech(meta: Meta, { site, version }: Pick<Cited, 'site' | 'version'>): Cited {
  const { id, title, subtitle, titleDerived, delivered, deliveredUntil, issued } = meta;
  const { place, speaker, issuer, event, genre, documentNumber } = meta;
  return {
    id,
    title,
    subtitle: subtitle?.replace(/^[—–―\-─]+\s*/u, '') || null,
    titleDerived,
    author: speaker?.name ? { name: speaker.name, kind: 'person' } : issuer ? { name: issuer, kind: 'body' } : null,
    role: speaker?.role ?? null,
    delivered,
    deliveredUntil,
    issued,
    place,
    event,
    genre,
    documentNumber,
    site,
    version,
    updated: meta.updated ?? null,
  };
}

/** The title with its second line; in brackets where it was supplied, as GB/T 7714 and the rules of library catalogues have it. */
export function statedTitle({ title, subtitle, titleDerived }: Cited): string {
  const whole = subtitle ? `${title}：${subtitle}` : title;
  return titleDerived ? `[${whole}]` : whole;
}

/** `《…》`, marks of the same kind inside it turned into the inner ones; a supplied title is said to be one. */
export function titleMark({ title, subtitle, titleDerived }: Cited): string {
  const whole = subtitle ? `${title}——${subtitle}` : title;
  const inner = whole.replaceAll('《', '〈').replaceAll('》', '〉');
  return `《${inner}》${titleDerived ? '（拟题）' : ''}`;
}

/** The text's own date: of its delivery, else of its issue. */
export function ownDate({ delivered, issued }: Cited): string | null {
  return delivered ?? issued;
}

/** Where it was delivered. Of a text that only belongs to a place, an article or a notice, nothing says where it came to be. */
export function deliveryPlace({ place, event, delivered }: Cited): string | null {
  return event || delivered ? place : null;
}

/** Where in the speech, for people: the headings, and the id where the place is no heading itself. Empty for the whole. */
export function placeInWords({ path, anchor }: CitedPlace): string {
  const isHeading = /^[sx][\dx]/.test(anchor);
  return [...path, ...(anchor && !isHeading ? [anchor] : [])].join(' › ');
}

/** The same by the innermost heading alone. */
export function placeBriefly(place: CitedPlace): string {
  return placeInWords({ ...place, path: place.path.slice(-1) });
}

/** What a reference manager has no field for, one remark each. */
export function remarks(cited: Cited, place: CitedPlace): string[] {
  const { titleDerived, delivered, deliveredUntil, issued, author, role, documentNumber, event } = cited;
  const where = placeInWords(place);
  return [
    titleDerived && '原文无题，题目为收录者所拟',
    delivered && `讲话日期：${delivered}${deliveredUntil ? `至${deliveredUntil}` : ''}`,
    issued && `发布日期：${issued}`,
    role && `${author?.kind === 'person' ? '讲话人职务' : '讲话人'}：${role}`,
    event && `场合：${event}`,
    documentNumber && `文号：${documentNumber}`,
    where && `位置：${where}`,
  ].filter((remark) => typeof remark === 'string' && remark !== '') as string[];
}

/** Name of an entry in a bibliography: ASCII letters, digits, `-`. */
export function entryKey({ id }: Cited, { anchor }: CitedPlace): string {
  return anchor ? `${id}-${anchor}` : id;
}
