/** Every form for every speech: as a whole, at its first section, at a paragraph. `UPDATE=1` rewrites the files; one that is missing fails. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CitedPlace, citedSpeech } from '../../src/text/citation/cited.ts';
import { citationForms } from '../../src/text/citation/forms.ts';
import { entryWords, outlinePathAt } from '../../src/text/outline.ts';
import type { Speech } from '../../src/text/speech.ts';
import { speeches } from '../browser/speeches.ts';

const folder = new URL('../fixtures/citations/', import.meta.url);
const accessed = '2026-11-23';

/** Words of a paragraph would only repeat the text; those of a heading show the form. */
function placesOf(speech: Speech): CitedPlace[] {
  const address = `https://wenku.example/speeches/${speech.meta.id}/`;
  const heading = speech.blocks.find((block) => block.kind === 'heading');
  const paragraph = speech.blocks.findLast((block) => block.kind === 'paragraph' && !block.role);
  const at = (id: string, words?: string) => ({
    address: `${address}#${id}`,
    anchor: id,
    path: outlinePathAt(speech, id, 0).map(entryWords),
    words,
    accessed,
  });
  return [
    { address, anchor: '', path: [], accessed },
    ...(heading?.kind === 'heading' ? [at(heading.id, heading.text)] : []),
    ...(paragraph ? [at(paragraph.id)] : []),
  ];
}

for (const speech of speeches) {
  test(speech.meta.id, () => {
    // Not the version of the text as it is now: it changes with every rule.
    const cited = citedSpeech(speech.meta, { site: '讲话文库', version: '0123456789ab' });
    const told = placesOf(speech).flatMap((place) =>
      citationForms(cited, place).map(({ id, text }) => `== ${id} ${place.anchor}\n${text}\n`),
    );
    const file = new URL(`${speech.meta.id}.txt`, folder);
    const text = told.join('\n');
    if (process.env.UPDATE) writeFileSync(file, text);
    expect(existsSync(file), `${file.pathname} is missing: UPDATE=1 writes it`).toBe(true);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
}
