/** The address of quoted words: what a link holds, how it is written, and how it is read. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Words that a link holds itself, or the two ends of longer ones with their length and hash. */
export type Quotation = { anchor: string; occurrence: number } & ({ words: string } | Ends);

export interface Ends {
  from: string;
  to: string;
  /** Code points of the folded words. */
  length: number;
  /** First 8 hex digits of the SHA-256 of the folded words in UTF-8. */
  hash: string;
}

/** Code points of the words up to which a link holds all of them. */
export const LONGEST = 120;
/** Code points of each end of longer ones. */
export const END = 12;

export function hashOfWords(folded: string): string {
  return bytesToHex(sha256(utf8ToBytes(folded.toWellFormed()))).slice(0, 8);
}

/** `?quote=…#p12`, or `?from=…&to=…&n=…&h=…#p12`; `&k=2` for the second occurrence in that block. */
export function formatQuotation(quotation: Quotation): string {
  const query = new URLSearchParams();
  if ('words' in quotation) query.set('quote', quotation.words);
  else {
    query.set('from', quotation.from);
    query.set('to', quotation.to);
    query.set('n', String(quotation.length));
    query.set('h', quotation.hash);
  }
  if (quotation.occurrence > 1) query.set('k', String(quotation.occurrence));
  return `?${query}#${quotation.anchor}`;
}

/** @returns null for an address that quotes nothing, or not in one of the two forms */
export function parseQuotation({ search, hash }: { search: string; hash: string }): Quotation | null {
  const query = new URLSearchParams(search);
  const anchor = decodeFragment(hash);
  const occurrence = Math.max(1, Number.parseInt(query.get('k') ?? '1', 10) || 1);
  const words = query.get('quote');
  if (words?.trim()) return { anchor, occurrence, words };
  const [from, to, h] = [query.get('from'), query.get('to'), query.get('h')];
  const length = Number(query.get('n'));
  if (!from?.trim() || !to?.trim() || !h || !/^[0-9a-f]{8}$/.test(h) || !Number.isSafeInteger(length) || length < 1)
    return null;
  return { anchor, occurrence, from, to, length, hash: h };
}

function decodeFragment(hash: string): string {
  try {
    return decodeURIComponent(hash.replace(/^#/, ''));
  } catch {
    return '';
  }
}
