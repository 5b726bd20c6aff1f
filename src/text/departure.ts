/** Speeches that no longer stand at their address: renamed, or withdrawn. The address itself stays. */
import { z } from 'zod';
import { anchorSchema, daySchema, metaSchema } from './speech.ts';

export const withdrawalSchema = z.strictObject({ reason: z.string().min(1), date: daySchema });

/** `src/content/departed/<id>.json`, derived from `sources/<id>.yaml` and the locks. Exactly one of `renamed` and `withdrawn` is set. */
export const departureSchema = z.strictObject({
  id: metaSchema.shape.id,
  /** The speech held now, at the end of all renamings. */
  renamed: metaSchema.shape.id.nullable(),
  withdrawn: withdrawalSchema.nullable(),
  /** Every id ever published under the address: true where it opens the same text in the renamed speech. */
  anchors: z.record(anchorSchema, z.boolean()),
});
export type Departure = z.infer<typeof departureSchema>;
