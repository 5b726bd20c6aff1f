/** Words looked for in the open speech, by someone who comes from a search (`?q=…`) or types them above the outline. The code is fetched only then. */
export function offerFind(document: Document): void {
  if (!document.querySelector('[data-speech-text]')) return;
  if (/[?&]q=/.test(location.search)) void import('./hits.ts').then(({ arrive }) => arrive(location));
  const find = document.querySelector<HTMLElement>('[data-find]');
  const prepare = () => {
    find?.removeEventListener('focusin', prepare);
    import('./outline-find.ts').then(
      ({ findInSpeech }) => findInSpeech(find as HTMLElement),
      () => find?.addEventListener('focusin', prepare),
    );
  };
  find?.addEventListener('focusin', prepare);
}
