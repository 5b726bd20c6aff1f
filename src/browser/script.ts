/**
 * 繁体显示: the text of a speech and its outline in traditional forms. Only what is shown changes; the original of every text node is
 * kept, and whoever reads the text of the page reads it through `originalText`. The tables are fetched when first chosen.
 */

const originals = new Map<Text, string>();
let chosen = '';

/** The text as published, whatever forms are shown. As long as what is shown, so that offsets hold for both. */
export function originalText(node: Text): string {
  return originals.get(node) ?? node.data;
}

/** The words of an element as published: no notes, no signs of the page. */
export function originalWords(element: HTMLElement): string {
  return textNodes(element).map(originalText).join('');
}

/** @param script `hant` for traditional forms, empty for the original */
export async function showScript(document: Document, script: string): Promise<void> {
  const notice = document.querySelector<HTMLElement>('.script-notice');
  chosen = script;
  showOriginals();
  if (!notice || script !== 'hant') return;
  notice.textContent = notice.dataset.notice ?? '';
  try {
    const { traditional } = await import('../text/traditional.ts');
    if (chosen === 'hant') for (const block of shownBlocks(document)) convert(block, traditional);
  } catch {
    notice.textContent = notice.dataset.failed ?? '';
  }
}

/** What is copied is the original: it stands on the page while the browser copies. */
export function copyOriginals(document: Document): void {
  document.addEventListener('copy', () => {
    if (originals.size === 0) return;
    showOriginals();
    setTimeout(() => showScript(document, chosen));
  });
}

function showOriginals(): void {
  for (const [node, text] of originals) replaceText(node, text);
  originals.clear();
  for (const element of document.querySelectorAll('[lang="zh-Hant"]')) element.removeAttribute('lang');
}

/** Blocks of the source's text, and the headings that the outline repeats; no notes. */
function shownBlocks(document: Document): HTMLElement[] {
  const blocks = document.querySelectorAll<HTMLElement>('.speech-head > [id], .speech-body > [id], .outline ol a');
  return [...blocks].filter((block) => !block.closest('[data-note]'));
}

/** Converts a block as one text, so that phrases are seen whole across its marks, and deals it out to its nodes. */
function convert(block: HTMLElement, traditional: (text: string) => string): void {
  const nodes = textNodes(block);
  const text = traditional(nodes.map(({ data }) => data).join(''));
  let at = 0;
  for (const node of nodes) {
    originals.set(node, node.data);
    replaceText(node, text.slice(at, at + node.length));
    at += node.length;
  }
  block.lang = 'zh-Hant';
}

function textNodes(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!node.parentElement?.closest('[data-note], .absent-tag')) nodes.push(node);
  }
  return nodes;
}

/** Unit by unit, the new one before the old one goes: selections and marked ranges stay where they are. Both texts are equally long. */
function replaceText(node: Text, text: string): void {
  const before = node.data;
  for (let at = 0; at < text.length; at++) {
    if (before[at] === text[at]) continue;
    node.insertData(at, text[at] ?? '');
    node.deleteData(at + 1, 1);
  }
}
