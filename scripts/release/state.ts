/** What is compared of a speech in two releases, small enough to keep where the speech itself is not. */
import { createHash } from 'node:crypto';
import type { SpeechCopy } from '../../src/data/copies/schemas.ts';
import type { AnchorsLine, Touched } from './schemas.ts';

export interface State {
  id: string;
  title: string;
  version: string;
  /** Digest of each field of the copy, by its name. */
  fields: Record<string, string>;
  anchors: AnchorsLine;
}

/** Fields of a copy that say where it stands, or that repeat others. */
const ASIDE = ['$schema', 'address', 'version', 'updated'];

export function stateOf(copy: SpeechCopy, anchors: AnchorsLine): State {
  const fields = Object.entries(copy).filter(([name]) => !ASIDE.includes(name));
  return {
    id: copy.meta.id,
    title: copy.meta.title,
    version: copy.version,
    fields: Object.fromEntries(fields.map(([name, value]) => [name, digest(JSON.stringify(value))])),
    anchors,
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

export interface Difference {
  versions: { before: string; after: string };
  fields: string[];
  anchors: Touched;
}

/** null where the two say the same. */
export function differenceOf(before: State, after: State): Difference | null {
  const names = Object.keys({ ...before.fields, ...after.fields });
  const fields = names.filter((name) => before.fields[name] !== after.fields[name]).sort();
  const anchors = touched(before.anchors, after.anchors);
  if (fields.length === 0 && before.version === after.version && isUntouched(anchors)) return null;
  return { versions: { before: before.version, after: after.version }, fields, anchors };
}

function isUntouched({ added, changed, former }: Touched): boolean {
  return added.length + changed.length + Object.keys(former).length === 0;
}

function touched(before: AnchorsLine, after: AnchorsLine): Touched {
  const ids = Object.keys(after.ids);
  const standing = ids.filter((id) => !(id in after.former));
  const known = (id: string) => Object.hasOwn(before.ids, id);
  const fate = ({ former }: AnchorsLine, id: string) => JSON.stringify(former[id]);
  const fates = Object.entries(after.former).filter(([id]) => fate(before, id) !== fate(after, id));
  return {
    added: standing.filter((id) => !known(id)),
    changed: standing.filter((id) => known(id) && before.ids[id]?.at(-1) !== after.ids[id]?.at(-1)),
    former: Object.fromEntries(fates),
  };
}
