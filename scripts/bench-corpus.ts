/** `npm run bench:corpus -- DIR`: scores a folder of documents with `.meta.json` sidecars and prints a table and totals. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { han, hanOf } from './bench/extract.ts';
import { type Found, letters, type Score, score, type Truth } from './bench/score.ts';
import { main, Problem } from './lib/problem.ts';
import { sha256 } from './lib/sources.ts';
import { normalize } from './normalize/index.ts';
import { inspection } from './normalize/inspection.ts';

interface Inspected extends Found {
  blocks: { text: string; at: [number, number] }[];
  findings: { code: string; text: string; at: [number, number]; message: string }[];
}

interface Row {
  file: string;
  score: Score | null;
  conserved: boolean;
  notes: string[];
}

await main(async () => {
  const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  if (!folder) throw new Problem('用法：npm run bench:corpus -- 文件夹 [--verbose]');
  const path = resolve(process.env.INIT_CWD ?? '.', folder);
  const sidecars = readdirSync(path)
    .filter((name) => name.endsWith('.meta.json'))
    .sort();
  if (sidecars.length === 0) throw new Problem(`${folder} 里没有 .meta.json：无从评分。`);
  const rows: Row[] = [];
  for (const name of sidecars)
    rows.push(await rowOf(path, JSON.parse(readFileSync(join(path, name), 'utf8')) as Truth));
  print(rows, process.argv.includes('--verbose'));
});

async function rowOf(folder: string, truth: Truth): Promise<Row> {
  const bytes = readFileSync(join(folder, truth.file));
  try {
    const found = inspection(
      truth.file,
      await normalize({ path: truth.file, bytes }, null, sha256(bytes)),
    ) as Inspected;
    const result = score(truth, found);
    return {
      file: truth.file,
      score: result,
      conserved: isConserved(bytes, found),
      notes: notesOn(truth, found, result),
    };
  } catch (error) {
    return { file: truth.file, score: null, conserved: false, notes: [(error as Error).message] };
  }
}

/** All Han characters of the document are in the blocks and removals, no more and no fewer of each, but for private ones that were mapped to Han. */
function isConserved(bytes: Uint8Array, { blocks, findings }: Inspected): boolean {
  const expected = hanOf(bytes);
  if (expected === null) return true;
  const removed = findings.filter(({ code }) => code.startsWith('removed-'));
  const got = han([...blocks, ...removed].map(({ text }) => text).join(''));
  const mapped = findings.flatMap(({ code, message }) =>
    code === 'corrected-private-use' ? [...han(/按“(.+?)”刊出/u.exec(message)?.[1] ?? '')] : [],
  );
  return [...got].sort().join('') === [...expected, ...mapped].sort().join('');
}

function notesOn(truth: Truth, found: Inspected, { title, date, headings }: Score): string[] {
  const notes: string[] = [];
  if (!title) notes.push(`标题 ${found.title}${found.titleDerived ? '（拟）' : ''} ≠ ${truth.title}`);
  if (date === false) notes.push(`日期 ${[found.delivered, found.issued, found.published].join(' ')} ≠ ${truth.date}`);
  if (headings.right < headings.given || headings.right < headings.expected) {
    const given = found.outline
      .filter(({ level, present }) => level === 1 && present)
      .map(({ marker, heading }) => marker + heading);
    const right = new Set(truth.expected_top_headings.map(letters));
    const had = new Set(given.map(letters));
    for (const each of given) if (!right.has(letters(each))) notes.push(`多 ${each}`);
    for (const each of truth.expected_top_headings) if (!had.has(letters(each))) notes.push(`少 ${each}`);
  }
  return notes;
}

function print(rows: Row[], verbose: boolean): void {
  for (const { file, score: each, conserved, notes } of rows) {
    const { right = 0, given = 0, expected = 0 } = each?.headings ?? {};
    const date = each?.date === null ? '－' : mark(each?.date ?? false);
    console.log(
      `标题${mark(each?.title ?? false)} 日期${date} 首级 ${right}/${given}/${expected} 守恒${mark(conserved)}  ${file}`,
    );
    for (const note of verbose ? notes : notes.slice(0, 3)) console.log(`      ${note}`);
  }
  const scored = rows.flatMap((row) => (row.score ? [row.score] : []));
  const sum = (key: 'right' | 'given' | 'expected') => scored.reduce((total, each) => total + each.headings[key], 0);
  const [right, given, expected] = [sum('right'), sum('given'), sum('expected')];
  const precision = given > 0 ? right / given : 1;
  const recall = expected > 0 ? right / expected : 1;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  const dated = scored.filter((each) => each.date !== null);
  console.log(
    `合计 ${rows.length} 份：标题 ${scored.filter((each) => each.title).length}/${rows.length}，` +
      `首级标题 P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}，` +
      `日期 ${dated.filter((each) => each.date).length}/${dated.length}，守恒 ${rows.filter((row) => row.conserved).length}/${rows.length}`,
  );
}

function mark(right: boolean): string {
  return right ? '✓' : '✗';
}
