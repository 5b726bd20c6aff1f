/** The order in which pages are made: the pages of a speech in a row, so that it is read once for both. */
import type { AstroIntegration } from 'astro';

export const speechBySpeech: AstroIntegration = {
  name: 'speech-by-speech',
  hooks: {
    'astro:build:start': ({ setPrerenderer }) =>
      setPrerenderer((given) => ({ ...given, getStaticPaths: async () => bySpeech(await given.getStaticPaths()) })),
  },
};

/** @returns the same paths: each speech's together where its first one stood, in the order in which they came */
export function bySpeech<P extends { pathname: string }>(paths: readonly P[]): P[] {
  return [...Map.groupBy(paths, ({ pathname }) => speechIn(pathname) ?? pathname).values()].flat();
}

/** The speech that a page is of, as `/speeches/<id>/` and `/speeches/<id>/source/` are. */
function speechIn(pathname: string): string | undefined {
  return /^\/speeches\/([a-z0-9-]+)\//.exec(pathname)?.[1];
}
