/** The JSON beside a speech. It bears its own digest, so that a file that was only half written does no harm. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { READ } from '../../src/plan/held.ts';

/** @param written as `writtenRead` gives it */
export function hold(root: string, id: string, written: string): void {
  mkdirSync(join(root, READ), { recursive: true });
  writeFileSync(join(root, READ, `${id}.json`), written);
}
