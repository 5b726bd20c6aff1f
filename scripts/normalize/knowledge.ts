/** What a person knows about one copy: `sources/<id>.yaml`. */
import { parse } from 'yaml';
import { z } from 'zod';
import { withdrawalSchema } from '../../src/text/departure.ts';
import {
  anchorSchema,
  completenessSchema,
  dateSchema,
  daySchema,
  fateSchema,
  metaSchema,
} from '../../src/text/speech.ts';
import { SourceError } from './types.ts';

/** Words of the copy that the correction rests on, exactly as published; without them it no longer holds. */
const grounds = { evidence: z.string().min(1), reason: z.string().min(1) };
const textField = <F extends string>(field: F) =>
  z.strictObject({ field: z.literal(field), value: z.string().min(1), ...grounds });
const dateField = <F extends string>(field: F) =>
  z.strictObject({ field: z.literal(field), value: dateSchema, ...grounds });

const overrideSchema = z.discriminatedUnion('field', [
  /** A title for a copy that has none (拟题): `evidence` itself, or 关于 + `evidence` + 的讲话. */
  textField('title'),
  textField('subtitle'),
  textField('place'),
  textField('issuer'),
  textField('documentNumber'),
  textField('event'),
  textField('genre'),
  textField('sourceSite'),
  dateField('delivered'),
  dateField('deliveredUntil'),
  dateField('issued'),
  dateField('published'),
  z.strictObject({ field: z.literal('completeness'), value: completenessSchema, ...grounds }),
  z.strictObject({
    field: z.literal('speaker'),
    value: z.strictObject({ name: z.string().nullable(), role: z.string().nullable() }),
    ...grounds,
  }),
  /** Where a heading ends that is fused into the text: `evidence` is its marker and words. */
  z.strictObject({ field: z.literal('heading'), marker: z.string().min(1), value: z.string().min(1), ...grounds }),
]);
export type Override = z.infer<typeof overrideSchema>;

export const knowledgeSchema = z.strictObject({
  id: metaSchema.shape.id,
  originalName: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rights: z.string().min(1),
  topics: z.array(z.string()).default([]),
  overrides: z.array(overrideSchema).default([]),
  /** What became of published ids whose text is no longer there, by id. */
  redirects: z.record(anchorSchema, fateSchema).default({}),
  /** Day of the last change to what is published. */
  updated: daySchema.optional(),
});
export type Knowledge = z.infer<typeof knowledgeSchema>;

/** A `.yaml` without copy: what became of a speech that was published under this id. */
const farewellSchema = z.union([
  z.strictObject({ id: metaSchema.shape.id, renamed: metaSchema.shape.id }),
  z.strictObject({ id: metaSchema.shape.id, withdrawn: withdrawalSchema }),
]);
export type Farewell = z.infer<typeof farewellSchema>;

/** @throws SourceError that names the file and the field */
export function readKnowledge(yaml: string, path: string): Knowledge {
  return checked(knowledgeSchema, parseYaml(yaml, path), path);
}

/**
 * null for a `.yaml` that says neither `renamed` nor `withdrawn`
 * @throws SourceError that names the file and the field
 */
export function readFarewell(yaml: string, path: string): Farewell | null {
  const value = parseYaml(yaml, path);
  if (typeof value !== 'object' || value === null) return null;
  return 'renamed' in value || 'withdrawn' in value ? checked(farewellSchema, value, path) : null;
}

function checked<T>(schema: z.ZodType<T>, value: unknown, path: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new SourceError(`${path} 的 ${issue?.path.join('.') || '内容'} 不对：${issue?.message}`);
}

function parseYaml(yaml: string, path: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    throw new SourceError(`${path} 不是合格的 YAML：${(error as Error).message.split('\n')[0]}`);
  }
}
