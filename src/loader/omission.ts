/** The ruled break where the copy leaves text out. Everything in it is a note of ours. */
import type { Element } from 'hast';
import { textWords as words } from '../data/text-words.ts';
import type { OmissionBlock, Speech } from '../text/speech.ts';
import { element } from './element.ts';
import { handle } from './handle.ts';

export function omission(speech: Speech, block: OmissionBlock): Element {
  const last = speech.blocks.at(-1) === block;
  const absent = block.absent.map((id) => absentPart(speech, block, id));
  return element(
    'div',
    { className: ['omission'], id: block.id, dataNote: true, role: 'note' },
    element('p', { className: ['omission-size'] }, words.omission.size(block.characters, last)),
    element('p', { className: ['omission-cause'] }, words.omission.cause[block.cause]),
    ...absent,
  );
}

/** @throws Error if the outline has no entry of that id */
function absentPart(speech: Speech, block: OmissionBlock, id: string): Element {
  const entry = speech.outline.find((each) => each.id === id);
  if (!entry) throw new Error(`${speech.meta.id}：缺文 ${block.id} 提到的 ${id} 不在目录里。`);
  const heading = `${entry.marker}${entry.heading}`;
  return element(
    'p',
    { className: ['absent'], id, dataLevel: entry.level },
    `${words.omission.absent}${heading}`,
    handle(id, heading),
  );
}
