/** Traditional forms for display. The tables are those of OpenCC (simplified to its own standard of traditional forms, no regional words). */
import { Converter } from 'opencc-js/cn2t';

const convert = Converter({ from: 'cn', to: 't' });

/** The text in traditional forms, always as long as before in UTF-16 units, so that every offset keeps its meaning. */
export function traditional(text: string): string {
  const whole = convert(text);
  return whole.length === text.length ? whole : Array.from(text, ofOne).join('');
}

/** A character whose other form would be longer stays as it is. */
function ofOne(character: string): string {
  const other = convert(character);
  return other.length === character.length ? other : character;
}
