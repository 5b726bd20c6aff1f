import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalize } from '../../../scripts/normalize/index.ts';
import { readHtml } from '../../../scripts/normalize/readers/html.ts';
import { SourceError } from '../../../scripts/normalize/types.ts';
import { publishedText, rebuildSource } from '../../../src/text/account.ts';

const runs = Number(process.env.PROPERTY_RUNS ?? 300);
const DIGEST = '0'.repeat(64);

const words = fc.constantFrom(
  '发展',
  '，',
  '。',
  '\n',
  '  ',
  '　　',
  '&nbsp;',
  '&lt;b&gt;',
  '一、',
  '（一）',
  '同志们：',
  '在某会上的讲话',
  '发布时间：2024-03-05',
  '\u{20BB7}',
  '我们要坚持稳中求进，推动产业发展，确保各项任务落到实处。',
  '上一篇：某文',
  '\u200b',
  '\ufeff',
  '1',
  'AI',
  '|',
  '<',
  '&',
  '\0',
);
const tags = fc.constantFrom(
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<br>',
  '<span>',
  '</span>',
  '<b>',
  '</b>',
  '<h1>',
  '</h2>',
  '<table>',
  '<tr>',
  '<td>',
  '<td colspan=2>',
  '</tr>',
  '</table>',
  '<ul>',
  '<li>',
  '</ul>',
  '<a href="/x">',
  '<a href="#x">',
  '</a>',
  '<nav>',
  '</nav>',
  '<div class="share">',
  '<div id=footer>',
  '<pre>',
  '</pre>',
  '<p align=center>',
  '<center>',
  '<article>',
  '<main>',
  '</main>',
  '<form>',
  '<select><option>',
  '</select>',
  '<svg>',
  '</svg>',
  '<title>',
  '</title>',
  '<body>',
  '<html>',
  '<aside>',
);
const markup = fc.array(fc.oneof(words, tags), { maxLength: 80 }).map((parts) => parts.join(''));
const hidden = fc.constantFrom(
  '<!-- 坏 -->',
  '<script>坏</script>',
  '<style>坏</style>',
  '<p hidden>坏</p>',
  '<template>坏</template>',
);

test('whatever the markup, no character of the page is lost or invented', async () => {
  await fc.assert(
    fc.asyncProperty(markup, async (html) => {
      const { speech, edits, document } = await normalize(
        { path: 'x', bytes: new TextEncoder().encode(`<html>${html}文`) },
        null,
        DIGEST,
      ).catch((error: unknown) => {
        if (error instanceof SourceError) return { speech: null, edits: [], document: null };
        throw error;
      });
      if (!speech) return;
      expect(rebuildSource(publishedText(speech), edits)).toBe(document.text);
    }),
    { numRuns: runs },
  );
});

test('hints lie in the text, in order, and those of one kind beside each other', () => {
  fc.assert(
    fc.property(markup, (html) => {
      const { text, hints } = readHtml(html, 'utf-8');
      const ends = new Map<string, number>();
      let before = 0;
      for (const { kind, from, to } of hints) {
        expect(from).toBeGreaterThanOrEqual(Math.max(before, ends.get(kind) ?? 0));
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(text.length);
        ends.set(kind, to);
        before = from;
      }
    }),
    { numRuns: runs },
  );
});

test('paragraphs come out as they went in, whatever is hidden between them', () => {
  const paragraph = fc.array(fc.constantFrom('发展', '产业', '，', 'AI', '“新”', '\u{20BB7}'), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          paragraph.map((parts) => parts.join('')),
          hidden,
        ),
        { minLength: 1, maxLength: 9 },
      ),
      (all) => {
        const html = all.map(([text, none]) => `<p>${text}</p>${none}`).join('\n');
        expect(readHtml(html, 'utf-8').text).toBe(all.map(([text]) => `${text}\n`).join(''));
      },
    ),
    { numRuns: runs },
  );
});
