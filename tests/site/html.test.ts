import { HtmlValidate } from 'html-validate/node';
import { describe, expect, test } from 'vitest';
import { filesOf, formerSite, read, sites } from './built.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // The pages are written by a program that trims them; how they are indented is nobody's concern.
    'no-trailing-whitespace': 'off',
    // Both ways of writing an empty element are HTML; the renderer picks one.
    'void-style': 'off',
    // Titles are those of the speeches, some of them long.
    'long-title': 'off',
  },
});

/** `line:column rule message`, one a line. */
async function faults(html: string, path: string): Promise<string[]> {
  const { results } = await validator.validateString(html, path);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`),
  );
}

for (const site of [...sites, formerSite]) {
  describe(`HTML of the ${site.name}`, () => {
    test.each(filesOf(site, '.html'))('%s is valid', async (path) => {
      expect(await faults(read(site, path), path)).toEqual([]);
    });
  });
}
