/** Published text and the machine's account of it: what turns one into the other. */
import { type Speech, textBlocks } from './speech.ts';

/** See `Edit` of the account file: `at` counts code points of the source text. */
export interface AccountEdit {
  kind: 'remove' | 'join' | 'replace' | 'insert';
  at: [from: number, to: number];
  text: string;
  with?: string;
}

/** The text of all blocks that have text, joined with line feeds. */
export function publishedText(speech: Speech): string {
  return textBlocks(speech)
    .map((block) => block.text)
    .join('\n');
}

/**
 * The source text, rebuilt by undoing every edit.
 * @throws Error where an edit does not fit the published text
 */
export function rebuildSource(published: string, edits: AccountEdit[]): string {
  const text = Array.from(published);
  const out: string[] = [];
  let taken = 0;
  let length = 0;
  for (const edit of edits) {
    const untouched = edit.at[0] - length;
    if (untouched < 0 || taken + untouched > text.length) throw new Error(`账目与正文不符：第 ${edit.at[0]} 字处`);
    for (let count = 0; count < untouched; count++) out.push(text[taken++] as string);
    const stands = edit.kind === 'insert' ? edit.text : edit.kind === 'replace' ? (edit.with ?? '') : '';
    const found = text.slice(taken, taken + Array.from(stands).length).join('');
    if (found !== stands) throw new Error(`账目与正文不符：第 ${edit.at[0]} 字处应为“${stands}”，正文为“${found}”`);
    taken += Array.from(stands).length;
    if (edit.kind !== 'insert') out.push(...Array.from(edit.text));
    length = edit.at[1];
  }
  while (taken < text.length) out.push(text[taken++] as string);
  return out.join('');
}
