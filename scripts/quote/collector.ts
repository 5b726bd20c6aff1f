/** Paragraphs and links, collected while a document is walked through in reading order. */
import type { Link, Paragraph } from './types.ts';

/** An address that stands in the text as such. */
const BARE = /https?:\/\/[^\s<>"“”「」（）()，。；、]+/gu;

export class Collector {
  readonly paragraphs: Paragraph[] = [];
  #text = '';
  #links: Link[] = [];
  #quotation: number | null = null;
  #quotations = 0;
  #line = 1;

  /** @param line of what follows, from 1 */
  at(line: number | undefined): void {
    this.#line = line ?? this.#line;
  }

  write(text: string): void {
    const from = this.#text.length;
    this.#text += text;
    for (const { 0: href, index } of text.matchAll(BARE))
      this.#add(href, from + index, from + index + href.length, text, index);
  }

  /** @param inside writes the link's words */
  link(href: string, inside: () => void): void {
    const from = this.#text.length;
    const line = this.#line;
    const outer = this.#links.length;
    inside();
    // The words of a link may be an address; it is the same link.
    this.#links.splice(outer, Number.POSITIVE_INFINITY, { href, from, to: this.#text.length, line });
  }

  /** Ends the paragraph; one without words or links is none. */
  end(): void {
    if (this.#text.trim() !== '' || this.#links.length > 0)
      this.paragraphs.push({ text: this.#text, links: this.#links, quotation: this.#quotation });
    this.#text = '';
    this.#links = [];
  }

  quotation(inside: () => void): void {
    this.end();
    const outer = this.#quotation;
    this.#quotation ??= this.#quotations++;
    inside();
    this.end();
    this.#quotation = outer;
  }

  #add(href: string, from: number, to: number, text: string, index: number): void {
    const line = this.#line + (text.slice(0, index).match(/\n/g)?.length ?? 0);
    this.#links.push({ href, from, to, line });
  }
}
