/** The speeches as the project holds them, for comparing pages with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/root.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';
import type { Speech } from '../../src/text/speech.ts';

const folder = join(root, 'src/content/speeches');

export const speeches: Speech[] = readdirSync(folder)
  .filter((name) => name.endsWith('.mdx'))
  .sort()
  .map((name) => readSpeech(readFileSync(join(folder, name), 'utf8'), name));

/** Path of a speech, relative to the site's address. */
export function pathOf({ meta }: Speech): string {
  return `speeches/${meta.id}/`;
}

/** The first speech of which something is true. */
export function speechWith(is: (speech: Speech) => boolean): Speech {
  const found = speeches.find(is);
  if (!found) throw new Error('no speech in src/content/speeches is like that');
  return found;
}

/** One page of each kind. */
export const kindsOfPage: Record<string, string> = {
  home: '',
  'all speeches': 'speeches/',
  'a speech with gaps and absent parts': pathOf(speechWith(({ outline }) => outline.some(({ present }) => !present))),
  'a speech with a derived title': pathOf(speechWith(({ meta }) => meta.titleDerived)),
  'a comparison with the copy': `${pathOf(speechWith(({ meta }) => meta.completeness === 'truncated'))}source/`,
  'all topics': 'topics/',
  'a topic': `topics/${speeches[0]?.meta.topics[0]}/`,
  'all places': 'places/',
  'places unknown': 'places/unknown/',
  'all years': 'years/',
  'a genre': 'genres/speech/',
  'a completeness': 'completeness/truncated/',
  docs: 'docs/',
  'page of the docs': 'docs/marks/',
  'rights and withdrawal': 'docs/rights/',
  'the state of the sources': 'editors/',
  'reading offline': 'offline/',
  'the concordance of a word': `concordance/?q=${encodeURIComponent('产业')}`,
  'checking a passage': 'verify/',
  'not found': '404.html',
};
