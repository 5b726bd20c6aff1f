/** The ids that a speech had once: a link to one opens the place that has its text now, and says what happened. */
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { words } from '../data/words.ts';
import { type FormerPlace, formerPlaces } from '../text/former.ts';
import type { Speech } from '../text/speech.ts';
import { element } from './element.ts';

/**
 * Puts each former id at the beginning of the place that it leads to.
 * @param nodes the rendered blocks, changed in place
 * @returns the list of those whose text was taken out, if there are any
 * @throws Error for an id that leads to no place of the speech
 */
export function placeFormer(speech: Speech, nodes: Element[]): Element[] {
  const places = formerPlaces(speech);
  if (places.length === 0) return [];
  const waiting = Map.groupBy(places, ({ target }) => target);
  visit({ type: 'root', children: nodes }, 'element', (node) => {
    const id = node.properties.id;
    if (typeof id !== 'string') return;
    node.children.unshift(...(waiting.get(id) ?? []).map(sign));
    waiting.delete(id);
  });
  const removed = waiting.get(null) ?? [];
  waiting.delete(null);
  const [lost] = [...waiting.values()].flat();
  if (lost) throw new Error(`${speech.meta.id}：编号 ${lost.id} 的去向 ${lost.target} 不在文中。`);
  return removed.length > 0 ? [list(removed)] : [];
}

/** Takes no room and shows nothing until a link opens it. */
function sign({ id, target, merged, reason }: FormerPlace): Element {
  const said = (merged ? words.former.merged : words.former.moved)(id, target ?? '', reason);
  return element('span', { className: ['former'], id, dataNote: true }, element('span', {}, said));
}

function list(removed: FormerPlace[]): Element {
  const items = removed.map(({ id, reason }) => element('li', { id }, words.former.removed(id, reason ?? '')));
  return element(
    'section',
    { className: ['removed'], dataNote: true, ariaLabel: words.former.label },
    element('p', {}, words.former.lead),
    element('ul', {}, ...items),
  );
}
