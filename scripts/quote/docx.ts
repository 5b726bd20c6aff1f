/** Paragraphs and links of a Word document: its text and its notes. */
import { unzipSync } from 'fflate';
import { mainPart, openPackage } from '../normalize/readers/docx/package.ts';
import { readStyles, type Styles } from '../normalize/readers/docx/styles.ts';
import { child, type Element, elements, parseXml, value } from '../normalize/readers/docx/xml.ts';
import { SourceError } from '../normalize/types.ts';
import { Collector } from './collector.ts';
import type { Paragraph } from './types.ts';

/** Style names of block quotations, e.g. `Quote`, `Intense Quote`, `引用`, `明显引用`. */
const QUOTATION = /quote|引用/i;
/** Elements whose words are not the text: what was deleted, what a box repeats for older programs, properties. */
const SILENT = /^(w:del|w:moveFrom|w:pPr|w:rPr|w:delText|mc:Fallback)$/;
/** A field that is a link: its address, and a place in it behind `\l`. */
const FIELD = /HYPERLINK\s+"([^"]*)"(?:[^"]*\\l\s+"([^"]*)")?/;

/** @throws SourceError for a file that is no Word document */
export function readDocxDocument(bytes: Uint8Array, path: string): Paragraph[] {
  const content = openPackage(bytes, path);
  const main = mainPart(content);
  const body = main && child(content.part(main), 'w:body');
  if (!main || !body) throw new SourceError(`${path} 是压缩包，但不是 Word 文稿（.docx）。`);
  const parts = [...content.relations(main).values()];
  const named = (type: string) => parts.find((each) => each.type === type)?.target;
  const collector = new Collector();
  const styles = readStyles(content.part(named('styles') ?? ''));
  const files = unzipSync(bytes, { filter: ({ name }) => /^word\/_rels\/[^/]+\.rels$/.test(name) });
  let paragraphs = 0;
  for (const name of [main, named('footnotes'), named('endnotes')]) {
    const part = name === undefined ? null : content.part(name);
    if (!part || name === undefined) continue;
    const walk = new Walk(collector, styles, addresses(files, name), paragraphs);
    walk.read(part);
    collector.end();
    paragraphs = walk.paragraphs;
  }
  return collector.paragraphs;
}

/** Addresses outside of the document by relationship id. */
function addresses(files: Record<string, Uint8Array>, part: string): Map<string, string> {
  const file = files[part.replace(/^(.*\/)/, '$1_rels/').concat('.rels')];
  const found = file ? elements(parseXml(file)) : [];
  return new Map(found.map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? '']));
}

class Walk {
  paragraphs: number;
  readonly #into: Collector;
  readonly #styles: Styles;
  readonly #addresses: Map<string, string>;

  constructor(into: Collector, styles: Styles, addresses: Map<string, string>, paragraphs: number) {
    this.#into = into;
    this.#styles = styles;
    this.#addresses = addresses;
    this.paragraphs = paragraphs;
  }

  /** Paragraphs in a quotation's style that follow each other are one quotation. */
  read(parent: Element): void {
    const children = elements(parent);
    for (let at = 0; at < children.length; at++) {
      const end = children.findIndex((each, index) => index >= at && !this.#isQuotation(each));
      const run = children.slice(at, end < 0 ? undefined : end);
      if (run.length > 0) {
        this.#into.quotation(() => {
          for (const each of run) this.#element(each);
        });
        at += run.length - 1;
      } else this.#element(children[at] as Element);
    }
  }

  #isQuotation(element: Element): boolean {
    if (element.name !== 'w:p') return false;
    const style = value(element, 'w:pPr', 'w:pStyle');
    return QUOTATION.test(this.#styles.ask(style, (each) => value(each, 'w:name')) ?? style ?? '');
  }

  #element(element: Element): void {
    if (SILENT.test(element.name)) return;
    switch (element.name) {
      case 'w:p':
        this.paragraphs++;
        this.#into.end();
        this.#into.at(this.paragraphs);
        this.#inline(element);
        this.#into.end();
        break;
      case 'w:t':
        this.#into.write(element.children.filter((each) => typeof each === 'string').join(''));
        break;
      case 'w:tab':
      case 'w:br':
        this.#into.write(' ');
        break;
      case 'w:hyperlink':
        this.#into.link(this.#address(element), () => this.#inline(element));
        break;
      case 'w:fldSimple':
        this.#fieldLink(element.attributes.instr ?? '', () => this.#inline(element));
        break;
      default:
        this.read(element);
    }
  }

  /** A field stands among the runs: its instruction, then what it shows, between signs of its own. */
  #inline(parent: Element): void {
    const children = elements(parent);
    for (let at = 0; at < children.length; at++) {
      const run = children[at] as Element;
      if (fieldSign(run) !== 'begin') {
        this.#element(run);
        continue;
      }
      const end = children.findIndex((each, index) => index > at && fieldSign(each) === 'end');
      const field = children.slice(at + 1, end < 0 ? undefined : end);
      const split = field.findIndex((each) => fieldSign(each) === 'separate');
      const instruction = field.slice(0, Math.max(0, split)).map(instructionOf).join('');
      this.#fieldLink(instruction, () => {
        for (const each of field.slice(split + 1)) this.#element(each);
      });
      at += field.length;
    }
  }

  #fieldLink(instruction: string, inside: () => void): void {
    const [, address, place] = FIELD.exec(instruction) ?? [];
    if (address === undefined) inside();
    else this.#into.link(place ? `${address}#${place}` : address, inside);
  }

  /** The place in the address may stand apart from it. */
  #address({ attributes: { id = '', anchor } }: Element): string {
    const address = this.#addresses.get(id) ?? '';
    return anchor && !address.includes('#') ? `${address}#${anchor}` : address;
  }
}

function fieldSign(run: Element): string | undefined {
  return child(run, 'w:fldChar')?.attributes.fldCharType;
}

function instructionOf(run: Element): string {
  return elements(run, 'w:instrText')
    .flatMap(({ children }) => children.filter((each) => typeof each === 'string'))
    .join('');
}
