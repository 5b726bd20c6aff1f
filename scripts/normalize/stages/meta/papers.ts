/** In whose name a paper stands, and its number. */
import { documentNumber, headLines } from '../../rules/head-lines.ts';
import { headLineKind, isBody } from '../head-lines.ts';
import { type Claim, claim, first, type Placed } from './claim.ts';
import { withoutDate } from './dates.ts';

/** @param signature the day at the end of a text, and the line before it */
export function findIssuer(
  title: Placed | undefined,
  bylines: Placed[],
  signature: { day: Placed; above: Placed | undefined } | null,
): Claim | null {
  return first(
    ...bylines.map((line) => bodyIn(line)),
    ...bylines.map((line) => {
      const body = headLines.letterhead.pattern.exec(line.block.text)?.[1];
      return body && isBody(body) ? claim(line, 0, body.length, 'certain') : null;
    }),
    title && bodyBefore(title),
    signature?.above && bodyIn(signature.above),
    signature && bodyIn(signature.day),
  );
}

/** A line that is nothing but a body, apart from a day. */
function bodyIn(line: Placed): Claim | null {
  const { from, to } = withoutDate(line.block.text);
  return isBody(line.block.text.slice(from, to)) ? claim(line, from, to, 'certain') : null;
}

/** `国务院办公厅关于印发某规划的通知` */
function bodyBefore(title: Placed): Claim | null {
  const at = title.block.text.search(/关于|關於|印发/u);
  const body = at > 0 ? title.block.text.slice(0, at).trimEnd() : '';
  return isBody(body) ? claim(title, 0, body.length, 'certain') : null;
}

export function findDocumentNumber(title: Placed | undefined, bylines: Placed[]): Claim | null {
  const line = bylines.find(({ block }) => headLineKind(block.text) === 'documentNumber');
  const number = line && documentNumber.line.pattern.exec(line.block.text)?.[1];
  if (line && number) {
    const at = line.block.text.indexOf(number);
    return claim(line, at, at + number.length, 'certain');
  }
  const match = title && documentNumber.within.pattern.exec(title.block.text);
  const words = match?.[1] ?? match?.[2];
  if (!title || !match || !words) return null;
  const at = match.index + match[0].indexOf(words);
  return claim(title, at, at + words.length, 'certain');
}
