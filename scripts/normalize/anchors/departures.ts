/** What the address of a renamed or withdrawn speech has to say. */
import type { Departure } from '../../../src/text/departure.ts';
import type { Farewell } from '../knowledge.ts';
import { type Lock, lastHash } from './lock.ts';

/** What is known of all speeches when one is bidden farewell. */
export interface Register {
  farewells: readonly Farewell[];
  /** Ids of the speeches that are held. */
  held: ReadonlySet<string>;
  /** The lock of a speech as it will be written; null where it was never published. */
  lockOf: (id: string) => Lock | null;
}

/** The page of each departed speech, and a sentence for a person on each that can't be right. */
export function departuresOf(register: Register): { departures: Departure[]; problems: string[] } {
  const problems = register.farewells.flatMap((farewell) => faultOf(farewell, register) ?? []);
  const departures = problems.length > 0 ? [] : register.farewells.map((farewell) => departure(farewell, register));
  return { departures, problems };
}

function faultOf(farewell: Farewell, register: Register): string | null {
  const path = `sources/${farewell.id}.yaml`;
  if (!register.lockOf(farewell.id))
    return `${path} 写明已改名或撤下，可是 ${farewell.id} 从未公布过：请放入原文，或删去它。`;
  const last = endOf(farewell, register.farewells);
  if (!last) return `${path} 的 renamed 绕回了自己：请写现在的编号。`;
  if ('withdrawn' in last || register.held.has(last.renamed)) return null;
  return `${path} 的 renamed 指向 ${last.renamed}，可是没有这篇讲话：请写现在的编号。`;
}

/** The last farewell on the way from a renamed speech; undefined if it leads in a circle. */
function endOf(farewell: Farewell, all: readonly Farewell[]): Farewell | undefined {
  const seen = new Set<Farewell>();
  let last = farewell;
  for (let next: Farewell | undefined = farewell; next; ) {
    if (seen.has(next)) return undefined;
    seen.add(next);
    last = next;
    const target: string | null = 'renamed' in last ? last.renamed : null;
    next = all.find(({ id }) => id === target);
  }
  return last;
}

function departure(farewell: Farewell, { farewells, lockOf }: Register): Departure {
  const last = endOf(farewell, farewells) as Farewell;
  const ids = lockOf(farewell.id)?.ids ?? {};
  const now = 'renamed' in last ? lockOf(last.renamed) : null;
  const anchors = Object.keys(ids).map((id) => [id, continues(id, ids, now)]);
  return {
    id: farewell.id,
    renamed: 'renamed' in last ? last.renamed : null,
    withdrawn: 'withdrawn' in last ? last.withdrawn : null,
    anchors: Object.fromEntries(anchors),
  };
}

/** Whether the id has stood, in the other lock too, for the text that it stood for last. */
function continues(id: string, ids: Lock['ids'], now: Lock | null): boolean {
  const hash = lastHash({ ids }, id);
  return now?.ids[id]?.some((state) => state.startsWith(hash)) ?? false;
}
