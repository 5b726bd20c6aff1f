/** A person's document, as far as quoting goes. */

export interface Link {
  href: string;
  /** UTF-16 offsets of the link's own words in the paragraph, half open. */
  from: number;
  to: number;
  /** From 1; in a Word document the number of the paragraph. */
  line: number;
}

export interface Paragraph {
  text: string;
  links: Link[];
  /** Number of the block quotation that the paragraph is part of; null outside of any. */
  quotation: number | null;
}
