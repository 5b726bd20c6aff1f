/** Someone who comes from a search (`?q=…`) finds the words marked. The code for it is fetched only then. */
export async function markArrival({ search }: Location): Promise<void> {
  const query = new URLSearchParams(search).get('q');
  if (!query || !document.querySelector('[data-speech-text]')) return;
  const { highlight } = await import('./highlight.ts');
  highlight(query);
}
