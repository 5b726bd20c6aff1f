/**
 * The matches of a global pattern as `matchAll` gives them, in a list, without the copy of the pattern that it makes at each
 * call: for a line that takes longer than to look through it.
 */
export function matches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}
