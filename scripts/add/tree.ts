/** An outline drawn as a tree. */
import type { OutlineEntry } from '../../src/text/speech.ts';

/** One line an entry. An entry is the last of its kind if none of its level follows before a higher one. */
export function tree(outline: readonly OutlineEntry[]): string[] {
  /** For each level above the entry, whether its branch goes on; filled from the end. */
  const open: boolean[] = [];
  return outline
    .toReversed()
    .map(({ level, marker, heading, present }) => {
      const goesOn = open[level] ?? false;
      open.length = level;
      open[level] = true;
      const trunk = Array.from({ length: level - 1 }, (_, index) => (open[index + 1] ? '│  ' : '   ')).join('');
      return `${trunk}${goesOn ? '├─ ' : '└─ '}${marker}${heading}${present ? '' : '（正文缺）'}`;
    })
    .reverse();
}
