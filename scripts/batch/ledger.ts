/** What was made of each source last time, as digests: a convenience. Without it, or where it can't be believed, everything is done anew. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from '../lib/files.ts';
import { explained } from '../lib/together.ts';

const ledgerSchema = z.strictObject({
  /** Digest of the rules that it was made by. */
  rules: z.string(),
  /** `digestOfState` by name of the copy. */
  states: z.record(z.string(), z.string()),
});

export interface Ledger {
  states: Map<string, string>;
  /** Why there is nothing in it, for a person; null where all is well. */
  why: string | null;
}

const FILE = '.cache/normalize.json';

/** @param rules digest of the present ones */
export function openLedger(root: string, rules: string): Ledger {
  const path = join(root, FILE);
  const empty = (why: string) => ({ states: new Map<string, string>(), why });
  if (!existsSync(path)) return empty(`没有上次的记录（${FILE}）：全部重新规范化。`);
  const parsed = ledgerSchema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) return empty(`上次的记录（${FILE}）已损坏：全部重新规范化。`);
  if (parsed.data.rules !== rules) return empty('规则或程序有改动：全部重新规范化。');
  return { states: new Map(Object.entries(parsed.data.states)), why: null };
}

/** @throws Problem where the disk is full or refuses */
export function saveLedger(root: string, rules: string, states: ReadonlyMap<string, string>): void {
  const path = join(root, FILE);
  try {
    writeAtomic(path, JSON.stringify({ rules, states: Object.fromEntries(states) }));
  } catch (error) {
    throw explained(error as NodeJS.ErrnoException, path);
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
