/** Chinese and Arabic numerals as they stand in outline markers, dates and announced counts. */

const DIGITS = new Map([...'〇一二三四五六七八九'].map((digit, value) => [digit, value]));
DIGITS.set('零', 0).set('○', 0).set('两', 2);

const DIGITS_ALONE = new RegExp(`^[${[...DIGITS.keys()].join('')}]+$`, 'u');
const UNITS = new Map(Object.entries({ 十: 10, 百: 100, 千: 1000 }));

/** Characters that a Chinese numeral may consist of, for use inside a character class. */
export const NUMERAL_CHARACTERS = '〇零○一二两三四五六七八九十百千';

/**
 * Value of `十二`, `二十`, `一百零三`, `二〇二五`, `12` or `１２`; null for anything else.
 */
export function parseNumeral(text: string): number | null {
  if (/^[0-9]{1,9}$/.test(text)) return Number(text);
  if (/^[0-9０-９]{1,9}$/.test(text)) return Number(text.normalize('NFKC'));
  if (text === '') return null;
  if (text.length > 1 && DIGITS_ALONE.test(text))
    return Number(Array.from(text, (character) => DIGITS.get(character)).join(''));
  let total = 0;
  let digit: number | null = null;
  for (const character of text) {
    const unit = UNITS.get(character);
    if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      digit = null;
    } else if (DIGITS.has(character)) {
      digit = DIGITS.get(character) ?? 0;
    } else {
      return null;
    }
  }
  return total + (digit ?? 0);
}
