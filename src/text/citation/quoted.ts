/** The words of a place with their source, ready to stand in running text. */
import { type Cited, type CitedPlace, ownDate, placeBriefly, titleMark } from './cited.ts';

/** `“…”——讲话人，《题目》，位置，地点，日期，链接`; what is unknown is left out. The words stand as published, to the character. */
export function wordsWithSource(cited: Cited, place: CitedPlace): string {
  const source = [
    cited.author?.name,
    titleMark(cited),
    placeBriefly(place),
    cited.place,
    ownDate(cited),
    place.address,
  ];
  return `“${place.words ?? ''}”——${source.filter(Boolean).join('，')}`;
}
