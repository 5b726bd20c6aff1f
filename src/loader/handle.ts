import type { Element } from 'hast';
import { textWords as words } from '../data/text-words.ts';
import { element } from './element.ts';

/**
 * The permalink of a place. It holds no text: the style sheet draws its sign, so that the text nodes around it stay the source's.
 * @param heading words of the section or run-in; left out for a paragraph
 */
export function handle(id: string, heading?: string): Element {
  const label = heading === undefined ? words.handle.paragraph(id) : words.handle.section(heading);
  return element('a', { className: ['handle'], href: `#${id}`, ariaLabel: label });
}
