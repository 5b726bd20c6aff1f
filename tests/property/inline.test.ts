import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inlineOf, parseWhole, scan } from '../../scripts/deploy/inline.ts';

const names = [
  'script',
  'style',
  'title',
  'textarea',
  'svg',
  'g',
  'a',
  'p',
  'div',
  'meta',
  'template',
  'table',
  'tr',
  'head',
  'body',
];
const rare = [
  'select',
  'option',
  'noscript',
  'math',
  'mi',
  'iframe',
  'xmp',
  'plaintext',
  'frameset',
  'foreignObject',
  'desc',
  'caption',
];

const name = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constantFrom(...rare, 'SCRIPT', 'Style', 'scripts', 'x-script') },
);
const attribute = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '',
      ' src="/a.js"',
      ' type="module"',
      ' type=application/ld+json',
      ' charset="utf-8"',
      ' class="a > b"',
      // Its last byte is a space in Latin-1.
      ' title=无',
      ' type=无',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      " type='text/javascript'",
      ' SRC',
      ' type="&#109;odule"',
      ' a="<script>"',
      ' a=<b',
      ' =',
      ' a="',
      '/',
      ' src=/x/',
      ' charset',
    ),
  },
);
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('讲话', '1', ' ', '\n', '&lt;script&gt;', 'a > b', '"', 'p{}') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<',
      '<!--',
      '-->',
      '--!>',
      '<!-->',
      '</',
      '<?',
      '<![CDATA[',
      ']]>',
      '\r',
      '\0',
      '< script',
      '</script',
      '</style >',
    ),
  },
);
const start = fc
  .tuple(name, attribute, attribute, fc.constantFrom('>', '>', '>', '/>', ' >'))
  .map((parts) => `<${parts.join('')}`);
const end = fc.tuple(name, fc.constantFrom('>', '>', '>', ' >', ' a>', '/>')).map((parts) => `</${parts.join('')}`);
const whole = fc
  .tuple(name, attribute, fc.array(text, { maxLength: 3 }))
  .map(([tag, said, inside]) => `<${tag}${said}>${inside.join('')}</${tag}>`);
const comment = text.map((inside) => `<!--${inside}-->`);
const soup = fc
  .array(fc.oneof({ weight: 3, arbitrary: whole }, start, end, text, comment, fc.constant('<!doctype html>')), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''));

const sorted = ({ scripts, styles, charsetEnd }: ReturnType<typeof inlineOf>) => ({
  scripts: [...scripts].sort(),
  styles: [...styles].sort(),
  charsetEnd,
});

test('what is read off a page is what a parser finds in it, whatever the page', () => {
  let plain = 0;
  fc.assert(
    fc.property(soup, (html) => {
      const page = Buffer.from(html);
      if (scan(page.toString('latin1'))) plain++;
      expect(sorted(inlineOf(page))).toEqual(sorted(parseWhole(page)));
    }),
    { numRuns: Number(process.env.RUNS ?? 5000) },
  );
  // Otherwise nothing would be tried.
  expect(plain).toBeGreaterThan(500);
});

test.each([
  ['<svg><style>p{}</style></svg>', 'a drawing with a style'],
  ['<svg><title><b></title></svg>', 'a tag in a title'],
  ['<select><style>p{}</style></select>', 'a list to choose from'],
  ['<script><!-- <script> --></script>', 'a comment in a script'],
  ['<noscript><style>p{}</style></noscript>', 'what is for readers without scripts'],
  ['<script type="&#109;odule">1</script>', 'a type with a reference'],
  ['<script>1</script >', 'an end with a space'],
  ['<p>\r</p>', 'a carriage return'],
  ['<p a=">', 'an attribute without an end'],
  ['<body><meta charset="utf-8">', 'a charset behind the head'],
  ['<title/>', 'a title without an end'],
  ['<svg><p><script>1</script>', 'an element of HTML that ends a drawing'],
  ['<!-- > <script>1</script> -->', 'a comment with tags'],
])('%s goes to the parser: %s', (html) => {
  expect(scan(html)).toBeNull();
});
