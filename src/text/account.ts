/** Published text and the machine's account of it: what turns one into the other. */
import { z } from 'zod';
import { type Speech, textBlocks } from './speech.ts';

/** Code points of the source text, half open. */
const range = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);

export const editSchema = z.strictObject({
  /** `join` takes out a line end or white space, `remove` takes out debris, `replace` puts `with` for `text`, `insert` adds `text`. */
  kind: z.enum(['remove', 'join', 'replace', 'insert']),
  at: range,
  /** Characters of the copy at `at`; for an insert (`at` is empty) the characters put in. */
  text: z.string(),
  /** What stands in place of `text`: for `replace` alone. */
  with: z.string().optional(),
  /** Name of the rule, e.g. `full-width`. */
  rule: z.string(),
  reason: z.string(),
});
export type AccountEdit = Pick<z.infer<typeof editSchema>, 'kind' | 'at' | 'text' | 'with'>;

export const findingSchema = z.strictObject({
  /** Permanent, e.g. `removed-breadcrumb`. */
  code: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  /** Lines of the source text, from 1. */
  lines: z.tuple([z.number().int(), z.number().int()]),
  at: range,
  /** Characters of the copy at `at`. */
  text: z.string(),
  message: z.string(),
});

/** One file of `src/content/accounts`. */
export const accountSchema = z.strictObject({
  /** The copy, e.g. `sources/iot-industry-cluster.txt`. */
  source: z.string(),
  /** Of the copy's bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  edits: z.array(editSchema),
  findings: z.array(findingSchema),
});
export type Account = z.infer<typeof accountSchema>;

/** The text of all blocks that have text, joined with line feeds. */
export function publishedText(speech: Speech): string {
  return textBlocks(speech)
    .map((block) => block.text)
    .join('\n');
}

/** A stretch of the copy beside what is published for it; one of the two may be empty. */
export interface Segment {
  source: string;
  published: string;
  /** Index of the edit that made the one into the other; null where they are the same. */
  edit: number | null;
}

/** A text by its code points: the text itself where each is one unit of UTF-16, as in nearly every text. */
function byPoints(text: string): Pick<string, 'length' | 'slice'> {
  if (!/[\ud800-\udbff]/.test(text)) return text;
  const points = Array.from(text);
  return { length: points.length, slice: (from, to) => points.slice(from, to).join('') };
}

/**
 * The copy and the published text side by side, in order: all `source` together are the copy, all `published` the published text.
 * @throws Error where an edit does not fit the published text
 */
export function alignment(published: string, edits: AccountEdit[]): Segment[] {
  const text = byPoints(published);
  const segments: Segment[] = [];
  let taken = 0;
  let length = 0;
  const same = (count: number) => {
    const stretch = text.slice(taken, taken + count);
    taken += count;
    if (stretch) segments.push({ source: stretch, published: stretch, edit: null });
  };
  for (const [index, edit] of edits.entries()) {
    const untouched = edit.at[0] - length;
    if (untouched < 0 || taken + untouched > text.length) throw new Error(`账目与正文不符：第 ${edit.at[0]} 字处`);
    same(untouched);
    const stands = edit.kind === 'insert' ? edit.text : edit.kind === 'replace' ? (edit.with ?? '') : '';
    const count = byPoints(stands).length;
    const found = text.slice(taken, taken + count);
    if (found !== stands) throw new Error(`账目与正文不符：第 ${edit.at[0]} 字处应为“${stands}”，正文为“${found}”`);
    taken += count;
    segments.push({ source: edit.kind === 'insert' ? '' : edit.text, published: stands, edit: index });
    length = edit.at[1];
  }
  same(text.length - taken);
  return segments;
}

/**
 * The source text, rebuilt by undoing every edit.
 * @throws Error where an edit does not fit the published text
 */
export function rebuildSource(published: string, edits: AccountEdit[]): string {
  return alignment(published, edits)
    .map(({ source }) => source)
    .join('');
}
