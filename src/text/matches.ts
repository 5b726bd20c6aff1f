/**
 * The matches of a global pattern as `matchAll` gives them, without the copy of the pattern that it makes at each call: for a
 * line that takes longer than to look through it.
 */
export function* matches(text: string, pattern: RegExp): Generator<RegExpExecArray, undefined> {
  let from = 0;
  for (;;) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (!match) return;
    from = Math.max(pattern.lastIndex, match.index + 1);
    yield match;
  }
}
