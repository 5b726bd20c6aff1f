/** Where the line of a title may end: between words, never inside one. */

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What stays with the word before it: closing marks, particles and the units of numbers, places and meetings. */
const LEANS_BACK = /^(?:[\p{Pe}\p{Pf}，。、：；！？]+|[的地得了们上中下里内前后年月日会省市县区])$/u;
/** What stays with the word after it: opening marks, numbers, and words that only begin something. */
const LEANS_ON = /(?:[\p{Ps}\p{Pi}\d]|^[在从向对把为以于与和及同])$/u;
/** Beside Latin letters the browser leaves a little space, which a break between them would swallow. */
const LATIN = /^\p{Script=Latin}|\p{Script=Latin}$/u;

/**
 * The text in pieces that are not to be broken; joined they are the text again.
 * @param terms words of the field that general segmentation takes apart, e.g. `机器人`
 */
export function phrases(text: string, terms: readonly string[] = []): string[] {
  const pieces: string[] = [];
  let last = '';
  const whole = terms.flatMap((term) => {
    const at = text.indexOf(term);
    return at < 0 ? [] : [{ from: at, to: at + term.length }];
  });
  for (const { segment, index } of segmenter.segment(text)) {
    const tied =
      pieces.length === 0 ||
      LEANS_ON.test(last) ||
      LEANS_BACK.test(segment) ||
      LATIN.test(last) ||
      LATIN.test(segment) ||
      whole.some(({ from, to }) => from < index && index < to);
    if (tied) pieces.push((pieces.pop() ?? '') + segment);
    else pieces.push(segment);
    last = segment;
  }
  return pieces;
}
