/** Ids that were published once and have no text of their own any more: where each leads in the end. */
import type { Fate, Speech } from './speech.ts';

/** The id that a fate names; null for text that was taken out. */
export function targetOf(fate: Fate): string | null {
  if ('moved' in fate) return fate.moved;
  return 'merged' in fate ? fate.merged : null;
}

/** The fates from a former id to the end; undefined for a circle. */
export function wayOf(id: string, former: Speech['former']): Fate[] | undefined {
  const way: Fate[] = [];
  let fate = former[id];
  while (fate) {
    if (way.includes(fate)) return undefined;
    way.push(fate);
    fate = former[targetOf(fate) ?? ''];
  }
  return way;
}

export interface FormerPlace {
  id: string;
  /** The place that holds its text now; null where it was taken out. */
  target: string | null;
  /** Its text became a part of the target's, which had text of its own. */
  merged: boolean;
  /** A person's word on why, where one was given. */
  reason: string | null;
}

/** @throws Error for an id that leads in a circle */
export function formerPlaces({ former }: Pick<Speech, 'former'>): FormerPlace[] {
  return Object.keys(former).map((id) => {
    const way = wayOf(id, former);
    const last = way?.at(-1);
    if (!way || !last) throw new Error(`编号 ${id} 的去向绕回了自己。`);
    const reasons = way.flatMap((fate) => ('removed' in fate ? fate.removed : (fate.reason ?? [])));
    return {
      id,
      target: targetOf(last),
      merged: way.some((fate) => 'merged' in fate),
      reason: reasons.at(-1) ?? null,
    };
  });
}
