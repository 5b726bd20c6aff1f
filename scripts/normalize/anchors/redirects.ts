/** Published ids whose text is gone: each needs a person's word on what became of it. */
import { targetOf, wayOf } from '../../../src/text/former.ts';
import type { Fate, Speech } from '../../../src/text/speech.ts';
import { likeness } from './likeness.ts';
import type { Lock } from './lock.ts';
import { placesOf } from './places.ts';

export interface Fault {
  id: string;
  /** A sentence on what is wrong. */
  message: string;
}

/** What is wrong with the entries of `speech.former`: ids that lack one, and entries that lead nowhere. */
export function faultyRedirects(speech: Speech, lock: Lock): Fault[] {
  const here = new Set(placesOf(speech).map(({ id }) => id));
  const lost = Object.keys(lock.ids)
    .filter((id) => !here.has(id) && !(id in speech.former))
    .map((id) => ({ id, message: '已经公布，现在没有文字，也没有写明去向' }));
  const entries = Object.entries(speech.former).flatMap(([id, fate]) => {
    const message = faultOf(id, fate, here, speech, lock);
    return message === null ? [] : [{ id, message }];
  });
  return [...lost, ...entries];
}

function faultOf(id: string, fate: Fate, here: Set<string>, { former }: Speech, lock: Lock): string | null {
  if (!(id in lock.ids)) return '从未公布过，不能写去向';
  if (here.has(id)) return '还在文中，不需要去向';
  const target = targetOf(fate);
  if (target === null) return null;
  if (wayOf(id, former) === undefined) return `去向 ${target} 绕回了自己`;
  return here.has(target) || target in former ? null : `去向 ${target} 不在文中`;
}

/** Share of the lost words that has to stand in a place for it to be proposed. */
const MOST = 0.8;

/** A proposal for a person: the place that holds most of the lost words, or that they were taken out. */
export function proposeFate(lost: string, speech: Speech, isNew: (id: string) => boolean): Fate {
  const held = placesOf(speech).map(({ id, text }) => ({ id, share: shareIn(lost, text) }));
  const best = held.toSorted((a, b) => b.share - a.share)[0];
  if (!best || best.share < MOST) return { removed: '' };
  return isNew(best.id) ? { moved: best.id } : { merged: best.id };
}

/** Share of a text's characters that another holds in the same order. */
function shareIn(lost: string, text: string): number {
  if (lost === '') return 0;
  return text.includes(lost) ? 1 : (likeness(lost, text) * (lost.length + text.length)) / 2 / lost.length;
}
