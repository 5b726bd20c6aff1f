/**
 * `<speech-quote src="…/speeches/<id>/#s2-1"><a href="…">…</a></speech-quote>`: a place of a speech in any page.
 * The link inside stays what is seen until the words are there, and whenever they can't be.
 */
import type { SpeechCopy } from '../data/copies/schemas.ts';
import { embedWords } from '../data/embed-words.ts';
import { type QuotedPlace, quotedPlace } from './address.ts';
import { draw, pieceTree, sourceTree } from './draw.ts';
import { partOf } from './part.ts';
import { style } from './style.ts';

const script = import.meta.url;
const home = new URL('.', script).href;
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

/** What can't be shown, in words for the reader. */
class Failure extends Error {}

const copies = new Map<string, Promise<SpeechCopy>>();

/** Each speech is asked for once, however many of its places a page quotes. */
function copyAt(address: string): Promise<SpeechCopy> {
  const copy = copies.get(address) ?? fetchCopy(address);
  copies.set(address, copy);
  return copy;
}

async function fetchCopy(address: string): Promise<SpeechCopy> {
  const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (response.status === 404) throw new Failure(embedWords.failed.absent);
  if (!response.ok) throw new Failure(embedWords.failed.unreachable);
  return response.json();
}

async function quotation(place: QuotedPlace): Promise<Node> {
  const { page, json, anchor } = place;
  const copy = await copyAt(json);
  const part = partOf(copy, anchor);
  const { failed } = embedWords;
  if (!part.found) {
    throw new Failure(part.removed === null ? failed.unknown(part.id) : failed.removed(part.id, part.removed));
  }
  const figure = document.createElement('figure');
  const words = document.createElement('blockquote');
  const link = `${page}#${part.id}`;
  words.cite = link;
  figure.lang = 'zh-CN';
  for (const piece of part.pieces) words.append(draw(document, pieceTree(copy, piece), page) ?? '');
  const note = part.id === anchor ? null : embedWords.moved(anchor, part.id);
  figure.append(words, draw(document, sourceTree(copy.meta, { link, version: copy.version, note }), page) ?? '');
  return figure;
}

class SpeechQuote extends HTMLElement {
  static readonly observedAttributes = ['src'];
  readonly #shadow = this.attachShadow({ mode: 'open' });

  connectedCallback(): void {
    this.#shadow.adoptedStyleSheets = [sheet];
    void this.#show();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.#show();
  }

  async #show(): Promise<void> {
    const src = this.getAttribute('src') ?? '';
    const slot = document.createElement('slot');
    this.#shadow.replaceChildren(slot);
    const shown = await this.#quoted(src).catch((error: unknown) => {
      const said = document.createElement('p');
      said.className = 'failed';
      said.textContent = error instanceof Failure ? error.message : embedWords.failed.unreachable;
      return [slot, said];
    });
    // Another place may have been asked for meanwhile.
    if (src === (this.getAttribute('src') ?? '')) this.#shadow.replaceChildren(...shown);
  }

  async #quoted(src: string): Promise<Node[]> {
    const place = quotedPlace(src, document.baseURI, home);
    if (!place) throw new Failure(embedWords.failed.foreign);
    return [await quotation(place)];
  }
}

if (!customElements.get('speech-quote')) customElements.define('speech-quote', SpeechQuote);
