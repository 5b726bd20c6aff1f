/** Gives print the line at the foot of every sheet: the address as it is now, and the version of the text. */
export function footSheets(document: Document): void {
  const imprint = document.querySelector<HTMLElement>('[data-imprint]');
  if (!imprint) return;
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  const address = canonical?.href ?? location.origin + location.pathname;
  document.documentElement.style.setProperty('--sheet-foot', JSON.stringify(`${address}　${imprint.dataset.imprint}`));
}
