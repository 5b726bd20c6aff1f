import { z } from 'zod';
import { anchorSchema } from './speech.ts';

/** `<hash> <beginning>`, e.g. `1260f0ba 同志们：`: 8 hex digits of the SHA-256 of the published text, and its first characters. */
const stateSchema = z.string().regex(/^[0-9a-f]{8} /);

/** One file of `src/content/anchors`: every id ever published, with each text it stood for, the present one last. */
export const lockSchema = z.strictObject({ ids: z.record(anchorSchema, z.array(stateSchema).min(1)) });
export type Lock = z.infer<typeof lockSchema>;
