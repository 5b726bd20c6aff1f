/** The files of a release, each kind of line and of file declared once: what writes them, what stands beside them as JSON Schema. */
import { z } from 'zod';
import { anchorsSchema, copySchemas } from '../../src/data/copies/schemas.ts';
import { accountSchema } from '../../src/text/account.ts';
import { departureSchema } from '../../src/text/departure.ts';
import { anchorSchema, daySchema, metaSchema, speechSchema } from '../../src/text/speech.ts';

const { id, title } = metaSchema.shape;
const { version } = anchorsSchema.shape;
const count = z.number().int().nonnegative();

/** One line of `anchors.jsonl`. */
const anchors = z.object({ id, ...anchorsSchema.shape });
export type AnchorsLine = z.infer<typeof anchors>;

/** One line of `accounts.jsonl`. */
const account = z.object({ id, version, ...accountSchema.shape });

/** An earlier release. */
const before = z.object({ date: daySchema, version });
export type Before = z.infer<typeof before>;

/** `release.json` */
const release = z.object({
  /** Path of the schema in the release. */
  $schema: z.string(),
  date: daySchema,
  /** Of the whole library (`src/data/version.ts`). */
  version,
  speeches: count,
  /** Of all published texts, spaces left out. */
  characters: count,
  /** Addresses of renamed and withdrawn speeches. */
  departed: count,
  /** The release that `changes.json` compares with; null where there is none. */
  since: before.nullable(),
  /** One a file of lines; `schema` is the path of the schema that each of its lines keeps to. */
  files: z.array(
    z.object({ name: z.string(), schema: z.string(), lines: count, bytes: count, sha256: z.string().length(64) }),
  ),
});
export type ReleaseFile = z.infer<typeof release>;

/** The anchors of a speech that are not as they were. */
const touched = z.object({
  added: z.array(anchorSchema),
  /** Those that stand for other words now. */
  changed: z.array(anchorSchema),
  /** Those that stand for no words of their own any more. */
  former: speechSchema.shape.former,
});
export type Touched = z.infer<typeof touched>;

const difference = {
  versions: z.object({ before: version, after: version }),
  /** Names of the fields of the speech's copy that differ, e.g. `meta`, `blocks`, `account`. */
  fields: z.array(z.string()),
  anchors: touched,
};

/** `changes.json`: each list by id. */
const changes = z.object({
  $schema: z.string(),
  date: daySchema,
  version,
  since: before.nullable(),
  new: z.array(z.object({ id, title, version })),
  changed: z.array(z.object({ id, title, ...difference })),
  /** `id` is the former one, `renamed` the present one; the rest compares the speech under the two. */
  renamed: z.array(z.object({ id, renamed: id, title, ...difference })),
  withdrawn: z.array(z.object({ id, title, reason: z.string(), date: daySchema })),
  unchanged: count,
});
export type Changes = z.infer<typeof changes>;

/** By name. A change that could break a reader gets a new number. */
export const releaseSchemas = {
  'speech-1': copySchemas['speech-1'],
  'anchors-line-1': anchors,
  'account-line-1': account,
  'departure-1': departureSchema,
  'release-1': release,
  'changes-1': changes,
};
export type ReleaseSchema = keyof typeof releaseSchemas;

/** Path of a schema in a release. */
export function schemaFile(name: ReleaseSchema): string {
  return `schemas/${name}.json`;
}

/** The files of lines, each with the schema of its lines. */
export const lineFiles = {
  'speeches.jsonl': 'speech-1',
  'anchors.jsonl': 'anchors-line-1',
  'accounts.jsonl': 'account-line-1',
  'departed.jsonl': 'departure-1',
} as const satisfies Record<string, ReleaseSchema>;
export type LineFileName = keyof typeof lineFiles;
