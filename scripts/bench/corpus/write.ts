/** Made-up sources as files: `<folder>/sources` as an editor would put them there, `<folder>/truth` what is true of each. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorpusMaker } from './index.ts';

/** @returns how many characters all have together */
export function writeCorpus(folder: string, documents: number, seed: number): number {
  const [sources, truth] = [join(folder, 'sources'), join(folder, 'truth')];
  for (const path of [sources, truth]) mkdirSync(path, { recursive: true });
  const maker = new CorpusMaker(seed);
  let characters = 0;
  for (let number = 1; number <= documents; number++) {
    const made = maker.document(number);
    writeFileSync(join(sources, `${made.id}.txt`), made.bytes);
    writeFileSync(join(sources, `${made.id}.yaml`), made.yaml);
    writeFileSync(join(truth, `${made.id}.meta.json`), `${JSON.stringify(made.truth, null, 1)}\n`);
    characters += made.truth.characters;
  }
  return characters;
}
