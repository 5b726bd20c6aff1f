/**
 * The Speech: the one typed value between the normalizer and everything that is published.
 * Front matter and MDX body of `src/content/speeches/<id>.mdx` together hold exactly this value.
 */
import { z } from 'zod';

/** A date as far as the copy gives it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Always a string, never a `Date`. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, '日期须写作 YYYY、YYYY-MM 或 YYYY-MM-DD');

/** A day of ours, known in full: `YYYY-MM-DD`. */
export const daySchema = dateSchema.regex(/^.{10}$/, '日期须写作 YYYY-MM-DD');

/** Permanent address of a part: `s2-1-3`, `p12`, `o1`, `t1`, `n3`, `title`, `byline`, `salutation`; a taken id gets the next letter (`s2-1b`). */
export const anchorSchema = z
  .string()
  .regex(/^(s[0-9x]+[a-z]*(-x?\d+[a-z]*)*|x\d+[a-z]*(-x?\d+[a-z]*)*|[pont]\d+[a-z]*|(title|byline|salutation)[a-z]*)$/);

export const completenessSchema = z.enum(['complete', 'truncated', 'excerpt', 'unknown']);
export type Completeness = z.infer<typeof completenessSchema>;

/** Names that the lists of speeches have in their own addresses: `/speeches/index.json`, `/speeches/page/2/`, `/speeches/parts/`. */
const reservedIds: readonly string[] = ['index', 'page', 'parts'];

export const speakerSchema = z.object({
  /** Personal name, e.g. `张三`; null where the copy gives the office alone. */
  name: z.string().min(1).nullable(),
  /** Office as the copy words it, e.g. `开发区党工委书记`. */
  role: z.string().min(1).nullable(),
});

/** Everything about the speech that is not its text. null = the copy does not say. */
export const metaSchema = z.object({
  /** Folder-safe ASCII words, part of the address for ever, e.g. `iot-industry-cluster`. */
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .refine((id) => !reservedIds.includes(id), 'id 与清单或分页的地址相同'),
  title: z.string().min(1),
  /** Line with which the title goes on, as the copy has it, e.g. `——在全市三级干部大会上的讲话`. */
  subtitle: z.string().min(1).nullable(),
  /** true: the copy has no title and this one (拟题) was made from its words. */
  titleDerived: z.boolean(),
  /** Day on which the speech was given. */
  delivered: dateSchema.nullable(),
  /** Last day where the copy gives a range (`2024年3月5日至7日`); `delivered` is the first. */
  deliveredUntil: dateSchema.nullable(),
  /** Day on which an issuing body put the document out. */
  issued: dateSchema.nullable(),
  /** Day of posting on the site the copy came from; says nothing about the day of the speech. */
  published: dateSchema.nullable(),
  /** Canonical name from `src/data/places`, e.g. `浙江省金华市兰溪市`. */
  place: z.string().nullable(),
  speaker: speakerSchema.nullable(),
  /** Body in whose name the text stands, e.g. `兰溪市委理论学习中心组`. */
  issuer: z.string().nullable(),
  /** Number of a paper, as the copy writes it, e.g. `国发〔2019〕14号`, `〔2019〕第14期`. */
  documentNumber: z.string().min(1).nullable(),
  /** Meeting or occasion, e.g. `区人工智能与机器人产业招商工作推进会`. */
  event: z.string().nullable(),
  /** A name from `src/data/genres`. */
  genre: z.string(),
  /** Web site the copy was found on, e.g. `新文秘网`. */
  sourceSite: z.string().nullable(),
  completeness: completenessSchema,
  /** Ids from `src/data/topics`. */
  topics: z.array(z.string()),
  /** Characters of the full text as the copy itself states it, e.g. 4670; null where it does not. */
  statedLength: z.number().int().positive().nullable(),
  source: z.object({
    /** File below `sources/`, e.g. `iot-industry-cluster.txt`. */
    file: z.string(),
    /** Name under which the copy was received. */
    originalName: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    rights: z.string(),
  }),
  /** Day on which what is published of it was changed last, as a person says; left out where nobody has. */
  updated: daySchema.optional(),
});
export type Meta = z.infer<typeof metaSchema>;

/** One entry of the outline, present in the body or known from the table of contents alone. */
export const outlineEntrySchema = z.object({
  id: anchorSchema,
  /** Depth in this document, from 1. */
  level: z.number().int().min(1),
  /** Marker as published, e.g. `（一）`, `一是`, `第一，`; empty for an unnumbered part. */
  marker: z.string(),
  /** Words of the heading without marker and without closing mark. */
  heading: z.string(),
  /** `heading` stands on a line of its own, `runin` leads a paragraph or a passage inside one. */
  kind: z.enum(['heading', 'runin']),
  /** false: named by the table of contents, missing in the body. */
  present: z.boolean(),
});
export type OutlineEntry = z.infer<typeof outlineEntrySchema>;

/**
 * A span inside a block's text. `from` and `to` are UTF-16 offsets into `Block.text`, half open.
 * `redaction` covers the raw mark (`×`, `**`, `*`); `runin` covers a run-in heading with marker and closing mark and carries its outline id;
 * `note` covers the sign that refers to a note (`[1]`, `①`) and carries the note's id, and in the note itself the sign that it begins with.
 * Marks are sorted by `from`; a redaction or a note may lie inside a run-in, marks of one kind never overlap each other.
 */
export const markSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('redaction'), from: z.number().int(), to: z.number().int() }),
  z.object({ kind: z.literal('runin'), from: z.number().int(), to: z.number().int(), id: anchorSchema }),
  z.object({ kind: z.literal('note'), from: z.number().int(), to: z.number().int(), id: anchorSchema }),
]);
export type Mark = z.infer<typeof markSchema>;

/**
 * What a paragraph is that stands beside the text and is no part of what was said: the caption of a figure or table, the
 * dateline of an agency, to whom a paper goes, a note of the editors, the signature under a text, the list of its annexes, the line above the notes.
 */
export const roleSchema = z.enum(['caption', 'dateline', 'distribution', 'editorial', 'signature', 'annexes', 'notes']);
export type Role = z.infer<typeof roleSchema>;

/** The form of a cell; its words stand in the table's text. */
export const cellSchema = z.object({
  header: z.boolean(),
  /** How many columns and rows it spans, from 1. */
  columns: z.number().int().min(1),
  rows: z.number().int().min(1),
});
export type Cell = z.infer<typeof cellSchema>;

const textBlock = {
  id: anchorSchema,
  /** Id of the innermost outline entry of kind `heading` that the block stands under; null before the first. A heading's own id is its section. */
  section: anchorSchema.nullable(),
  /** Published plain text, redaction marks raw, run-in headings included. */
  text: z.string().min(1),
  marks: z.array(markSchema),
};

export const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('title'), ...textBlock }),
  z.object({ kind: z.literal('byline'), ...textBlock }),
  z.object({ kind: z.literal('salutation'), ...textBlock }),
  z.object({ kind: z.literal('heading'), ...textBlock, level: z.number().int().min(1) }),
  z.object({ kind: z.literal('paragraph'), ...textBlock, role: roleSchema.optional() }),
  /** `text` holds the rows a line each and their cells apart by tabs, so that it has as many of both as `rows`. */
  z.object({ kind: z.literal('table'), ...textBlock, rows: z.array(z.array(cellSchema)) }),
  z.object({ kind: z.literal('note'), ...textBlock }),
  z.object({
    kind: z.literal('omission'),
    id: anchorSchema,
    section: anchorSchema.nullable(),
    /** Number of missing characters where the copy says so, else null. */
    characters: z.number().int().positive().nullable(),
    /** `notice`: the copy says that text was left out; `cut`: it simply stops or jumps. */
    cause: z.enum(['notice', 'cut']),
    /** Ids of the absent outline entries that are missing here. */
    absent: z.array(anchorSchema),
  }),
]);
export type Block = z.infer<typeof blockSchema>;
export type TableBlock = Extract<Block, { kind: 'table' }>;
export type OmissionBlock = Extract<Block, { kind: 'omission' }>;
export type TextBlock = Exclude<Block, OmissionBlock>;

/** What became of a published id whose text is gone: it stands elsewhere, in another place's text, or was taken out. */
export const fateSchema = z.union([
  z.strictObject({ moved: anchorSchema, reason: z.string().min(1).optional() }),
  z.strictObject({ merged: anchorSchema, reason: z.string().min(1).optional() }),
  z.strictObject({ removed: z.string().min(1) }),
]);
export type Fate = z.infer<typeof fateSchema>;

export const speechSchema = z.object({
  meta: metaSchema,
  outline: z.array(outlineEntrySchema),
  /** Ids that were published once and have no text of their own any more; links to them still open. */
  former: z.record(anchorSchema, fateSchema),
  /** All published text in reading order, each character of it once, and the omissions. */
  blocks: z.array(blockSchema),
});
export type Speech = z.infer<typeof speechSchema>;

export { tableCells, textBlocks } from './blocks.ts';
