/**
 * A text as the judge of search reads it. Apart from the engine, on purpose: width, case and characters that Unicode holds twice are unified, spaces, punctuation and
 * what has no width left out, and a redaction mark is one sign that equals only a redaction mark.
 */

export interface Text {
  text: string;
  marks: readonly { kind: string; from: number; to: number }[];
}

/** Stands for a redaction mark; a private character that no text holds. */
export const MARK = '\ue000';

/** The characters that count; unit `i` of them stands for `[from[i], to[i])` of the text, in UTF-16 units. */
export interface Plain {
  text: string;
  from: number[];
  to: number[];
}

export function plain({ text, marks }: Text): Plain {
  const redactions = marks.filter(({ kind }) => kind === 'redaction').toSorted((a, b) => a.from - b.from);
  const seen: Plain = { text: '', from: [], to: [] };
  for (let at = 0, next = 0; at < text.length; ) {
    const mark = redactions[next]?.from === at ? redactions[next++] : undefined;
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = mark ? mark.to : at + character.length;
    const signs = mark ? MARK : reduced(character);
    for (const _ of signs.split('')) {
      seen.from.push(at);
      seen.to.push(end);
    }
    seen.text += signs;
    at = end;
  }
  return seen;
}

/** A character as it is compared; nothing where it does not count. */
export function reduced(character: string): string {
  const narrow = /[！-～]/.test(character)
    ? String.fromCharCode(character.charCodeAt(0) - '！'.charCodeAt(0) + '!'.charCodeAt(0))
    : character;
  // A Han sign that has an equal is such a double; the old numerals have equals too, which look otherwise.
  if (/(?!\p{Nl})\p{Script=Han}/u.test(character)) return character.normalize('NFKC');
  return /\s|\p{Separator}|\p{Punctuation}|\p{Control}|\p{Format}/u.test(narrow) ? '' : narrow.toLowerCase();
}
