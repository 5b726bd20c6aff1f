/** A line of signs without width is taken out once, whatever else the format says of it. */
import { expect, test } from 'vitest';
import { normalize } from '../../../scripts/normalize/index.ts';
import { publishedText, rebuildSource } from '../../../src/text/account.ts';

test.each([
  ['in the footer of a page', 'a.html', '<p>发展产业</p><div id=footer>\u200b</div>', 'page-footer'],
  ['between paragraphs', 'a.txt', '发展产业。\n\u200b\n要抓紧。', 'invisible-character'],
])('%s', async (_, path, text, rule) => {
  const { speech, edits, document } = await normalize({ path, bytes: new TextEncoder().encode(text) }, null, '0');
  expect(edits.filter(({ kind }) => kind === 'remove').map((each) => each.rule)).toEqual([rule]);
  expect(rebuildSource(publishedText(speech), edits)).toBe(document.text);
});
