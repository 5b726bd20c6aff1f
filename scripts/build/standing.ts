/** The site that stands: every file of it as it was finished, so that the next build can take over what is still right. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { linkOrCopy, writeAtomic } from '../lib/files.ts';

const standingSchema = z.object({
  /** Length in bytes and time of change in milliseconds, by path below the site: what differs was touched by somebody else. */
  files: z.record(z.string(), z.tuple([z.number(), z.number()])),
  /** Keys of the pages (`src/made.ts`) by file. */
  keys: z.record(z.string(), z.string()),
  /** Digest of code and settings, of which all keys are made. */
  recipe: z.string(),
  /** What all pages together need of the content security policy. */
  hashes: z.object({ scripts: z.array(z.string()), styles: z.array(z.string()) }),
});
export type Standing = z.infer<typeof standingSchema>;

export const NOTHING: Standing = { files: {}, keys: {}, recipe: '', hashes: { scripts: [], styles: [] } };

/** @returns null for a record that is not whole */
export function readStanding(path: string): Standing | null {
  if (!existsSync(path)) return NOTHING;
  try {
    return standingSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Records the finished site in `folder`. */
export function writeStanding(path: string, folder: string, known: Omit<Standing, 'files'>): void {
  const files = Object.fromEntries(filesIn(folder).map((file) => [file, marksOf(join(folder, file))]));
  writeAtomic(path, JSON.stringify({ files, ...known } satisfies Standing));
}

/** All files below a folder: paths with `/`, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .sort();
}

function marksOf(path: string): [number, number] {
  const { size, mtimeMs } = statSync(path);
  return [size, mtimeMs];
}

/** Whether a file of the site in `folder` is the one that was finished. */
export function stands(folder: string, { files }: Standing, file: string): boolean {
  const known = files[file];
  if (!known || !existsSync(join(folder, file))) return false;
  const [size, time] = marksOf(join(folder, file));
  return size === known[0] && time === known[1];
}

/** Whether the folder holds the whole site as it was finished, and nothing else. */
export function standsWhole(folder: string, standing: Standing): boolean {
  const present = existsSync(folder) ? filesIn(folder) : [];
  return (
    present.length === Object.keys(standing.files).length && present.every((file) => stands(folder, standing, file))
  );
}

/** A page and what was made of it: its compressed copies. */
export function withCopies(file: string, { files }: Standing): string[] {
  return [file, `${file}.br`, `${file}.gz`].filter((each) => each === file || each in files);
}

/** The keys of the pages in `folder` that a build with this recipe may take over. */
export function reusable(folder: string, standing: Standing, recipe: string): Record<string, string> {
  if (standing.recipe !== recipe) return {};
  const whole = Object.entries(standing.keys).filter(([file]) =>
    withCopies(file, standing).every((each) => stands(folder, standing, each)),
  );
  return Object.fromEntries(whole);
}

/**
 * Takes over the copies of files that come out as they stood.
 * @returns for one file with its content: whether what stands is the same, and its copies are now there too
 */
export function copiesTaker(
  from: string,
  standing: Standing,
  to: string,
): (file: string, content: Uint8Array) => boolean {
  return (file, content) => {
    const [, ...copies] = withCopies(file, standing);
    const same =
      copies.length > 0 &&
      [file, ...copies].every((each) => stands(from, standing, each)) &&
      readFileSync(join(from, file)).equals(content);
    if (same) share(copies, from, to);
    return same;
  };
}

/** Puts files of one folder into another too; where they can, both share what they hold, so that nobody may write into it. */
export function share(files: readonly string[], from: string, to: string): void {
  for (const file of files) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    linkOrCopy(join(from, file), join(to, file));
  }
}
