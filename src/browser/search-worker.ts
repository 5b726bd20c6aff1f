/**
 * Asks the index in a thread of its own, where Pagefind's habits are under control: it reports a part that failed to load through
 * `console.error` alone and goes on with what it has, and in a page it would segment queries by the page's language.
 */
export interface Question {
  id: number;
  /** Address of the folder that holds `pagefind.js`. */
  index: string;
  phrase: string;
}

/** Ids of the index's own pages, or what went wrong; after an error the worker is of no more use. */
export type Answer = { id: number; pages: string[] } | { id: number; error: string };

interface Pagefind {
  search(phrase: string): Promise<{ results: { id: string }[] }>;
}

let failure: unknown;
console.error = (message: unknown) => {
  failure ??= message;
};
addEventListener('unhandledrejection', (event) => event.preventDefault());

let pagefind: Promise<Pagefind> | undefined;

async function open(index: string): Promise<Pagefind> {
  const module = await import(/* @vite-ignore */ `${index}pagefind.js`);
  return module.createInstance({ basePath: index });
}

async function ask({ index, phrase }: Question): Promise<string[]> {
  pagefind ??= open(index);
  const { results } = await (await pagefind).search(phrase);
  if (failure !== undefined) throw failure;
  return results.map(({ id }) => id);
}

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  const answer: Answer = await ask(data).then(
    (pages) => ({ id: data.id, pages }),
    (error) => ({ id: data.id, error: String(error) }),
  );
  postMessage(answer);
});
