/** Small libraries in folders of their own, and all that a run wrote there. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorpusMaker } from '../../../scripts/bench/corpus/index.ts';

/** Sources of so many made-up speeches. */
export function fill(root: string, documents: number): void {
  const folder = join(root, 'sources');
  mkdirSync(folder, { recursive: true });
  const maker = new CorpusMaker(5);
  for (let number = 1; number <= documents; number++) {
    const { id, bytes, yaml } = maker.document(number);
    writeFileSync(join(folder, `${id}.txt`), bytes);
    writeFileSync(join(folder, `${id}.yaml`), yaml);
  }
}

/** Content by path of all derived files, hidden ones too. */
export function derivedFiles(root: string): { [path: string]: string } {
  const names = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  const paths = names.map((each) => join(each.parentPath, each.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(root.length), readFileSync(path, 'utf8')]));
}
