/** The machine copies in JSON, each kind declared once: what writes them, what is published as JSON Schema, what tests check. */
import { z } from 'zod';
import { accountSchema } from '../../text/account.ts';
import { anchorSchema, dateSchema, metaSchema, speechSchema } from '../../text/speech.ts';

/** Address of the schema that a copy keeps to; its last part, e.g. `speech-1.json`, says kind and version. */
const $schema = z.string();
const version = z.string().regex(/^[0-9a-f]{12}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What every copy says of a speech: where its page is, and which state of its text this is. */
const state = {
  /** Of the page, e.g. `https://example.org/speeches/iot-industry-cluster/`; without origin where the site does not know its own. */
  address: z.string(),
  /** As the page shows it (`src/data/version.ts`). */
  version,
  /** Day of the last change that a person has noted; null where none is. */
  updated: dateSchema.nullable(),
};

/** `/speeches/<id>.json` */
const speech = z.object({ $schema, ...state, ...speechSchema.shape, account: accountSchema });
export type SpeechCopy = z.infer<typeof speech>;

const { id, title, titleDerived, delivered, issued, published, place, speaker, genre, completeness, topics } =
  metaSchema.shape;

/** One speech in a part of the list. */
const entry = z.object({
  ...{ id, ...state, title, titleDerived, delivered, issued, published, place, speaker, genre, completeness, topics },
  /** Of the published text, spaces left out. */
  characters: z.number().int(),
});
export type SpeechEntry = z.infer<typeof entry>;

/** One part of a list: the speeches whose ids have a SHA-256 that begins with these bits. */
const part = z.object({
  bits: z.string().regex(/^[01]*$/),
  address: z.string(),
  speeches: z.number().int(),
  /** Of the part's bytes. */
  sha256,
});

const list = z.object({ $schema, speeches: z.number().int(), parts: z.array(part) });
export type CopyList = z.infer<typeof list>;

/** 8 hex digits of the SHA-256 of the text of a place. */
const placeHash = z.string().regex(/^[0-9a-f]{8}$/);

/** All ids of one speech: the texts that each ever stood for, the present one last, and what became of those that stand for none. */
export const anchorsSchema = z.object({
  version,
  ids: z.record(anchorSchema, z.array(placeHash).min(1)),
  former: speechSchema.shape.former,
});
export type AnchorsEntry = z.infer<typeof anchorsSchema>;

/** `/version.json`: the state of the whole library (`src/data/version.ts`). */
const library = z.object({
  $schema,
  version,
  updated: dateSchema.nullable(),
  speeches: z.number().int(),
  characters: z.number().int(),
});

/** By name of the schema. A change that could break a reader gets a new number, and the old one stays. */
export const copySchemas = {
  'speech-1': speech,
  'speeches-1': list,
  'speeches-part-1': z.object({ $schema, speeches: z.array(entry) }),
  'anchors-1': list,
  'version-1': library,
  'anchors-part-1': z.object({ $schema, speeches: z.record(id, anchorsSchema) }),
};
export type SchemaName = keyof typeof copySchemas;

/** Path of a schema below the site's base. */
export function schemaPath(name: SchemaName): string {
  return `/schemas/${name}.json`;
}

/**
 * The published form. It demands what is promised and forbids nothing more, so that a field can be added without a new version.
 * @param address of the schema itself
 */
export function jsonSchema(name: SchemaName, address: string): object {
  return publishedSchema(copySchemas[name], name, address);
}

/** The same for any schema, under a name of its own. */
export function publishedSchema(schema: z.ZodType, name: string, address: string): object {
  const made = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  const { $schema: dialect, ...rest } = made;
  // Without an origin there is no absolute address, and `$id` has to be one.
  return { $schema: dialect, ...(/^https?:/.test(address) ? { $id: address } : {}), title: name, ...rest };
}
