/** Gives print the line at the foot of every sheet: the address as it is now, and the version of the text. */
export function footSheets(document: Document): void {
  const imprint = document.querySelector<HTMLElement>('[data-imprint]');
  if (!imprint) return;
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  const address = canonical?.href ?? location.origin + location.pathname;
  // A sheet for print alone: a property of the root would have the styles of the whole page worked out anew.
  const sheet = new CSSStyleSheet({ media: 'print' });
  // In a string of CSS, `\a` and a space begin a new line.
  const foot = JSON.stringify(`${address}\n${imprint.dataset.imprint}`).replace('\\n', '\\a ');
  sheet.replaceSync(`:root { --sheet-foot: ${foot} }`);
  document.adoptedStyleSheets.push(sheet);
}
