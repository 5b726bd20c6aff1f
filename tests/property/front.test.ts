/** The front matter is what the YAML package writes and reads, character for character, whatever the words. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Document, isMap, parse, type YAMLSeq } from 'yaml';
import { readFront, writeFront } from '../../src/text/mdx/front.ts';
import type { OutlineEntry, Speech } from '../../src/text/speech.ts';
import { sampleSpeech } from '../sample.ts';

const runs = Number(process.env.PROPERTY_RUNS ?? 200);
const hazard = fc.constantFrom(
  ...[
    "'",
    "''",
    '"',
    '\\',
    '\t',
    '\n',
    '\r',
    '\0',
    '\u0085',
    '\u2028',
    '\ud800',
    '\ufeff',
    ' ',
    ' #',
    ': ',
    ', ',
    ' }',
    '}',
    '{',
  ],
  ...[
    '[',
    '&a',
    '*a',
    '!',
    '|',
    '>',
    '%',
    '---',
    '...',
    '- ',
    'outline:',
    '\noutline:\n',
    'null',
    'true',
    '1',
    '~',
    '一、',
    '发展',
    '𠮷',
  ],
);
const words = fc
  .array(fc.oneof(hazard, fc.string({ maxLength: 3, unit: 'binary' })), { maxLength: 6 })
  .map((all) => all.join(''));
const entry: fc.Arbitrary<OutlineEntry> = fc.record({
  id: fc.oneof(fc.constant('s1-2'), words),
  level: fc.integer({ min: 1, max: 12 }),
  marker: words,
  heading: words,
  kind: fc.constantFrom('heading', 'runin'),
  present: fc.boolean(),
});
const speech = fc
  .record({ title: words, outline: fc.array(entry, { maxLength: 4 }), removed: fc.option(words) })
  .map(({ title, outline, removed }): Speech => {
    const former: Speech['former'] = removed === null ? {} : { p9: { removed } };
    return { ...sampleSpeech, meta: { ...sampleSpeech.meta, title }, outline, former };
  });

function asYaml({ meta, outline, former }: Speech): string {
  const document = new Document({ ...meta, outline, ...(Object.keys(former).length > 0 && { former }) });
  for (const item of (document.get('outline') as YAMLSeq).items) if (isMap(item)) item.flow = true;
  const styles = { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN', flowCollectionPadding: true } as const;
  return document.toString({ ...styles, lineWidth: 0 });
}

test('it is written as YAML writes it', () => {
  fc.assert(
    fc.property(speech, (each) => {
      expect(writeFront(each)).toBe(asYaml(each));
    }),
    { numRuns: runs },
  );
});

test('it is read as YAML reads it', () => {
  fc.assert(
    fc.property(speech, (each) => {
      expect(readFront(asYaml(each))).toEqual(parse(asYaml(each)));
    }),
    { numRuns: runs },
  );
});

/** Lines that are nearly those that are written. */
const bent = fc
  .tuple(speech, fc.nat(), fc.constantFrom('', ' ', "'", '\n', '#', ',', '0', '  - x\n', 'outline:\n', 'id: 1, '))
  .map(([each, at, put]) => {
    const text = asYaml(each);
    const middle = at % text.length;
    return text.slice(0, middle) + put + text.slice(middle + (put === '' ? 1 : 0));
  });

test('and so is what was changed by hand, or it is refused alike', () => {
  const outcome = (read: () => unknown) => {
    try {
      return { value: read() };
    } catch {
      return 'refused';
    }
  };
  fc.assert(
    fc.property(bent, (text) => {
      expect(outcome(() => readFront(text))).toEqual(outcome(() => parse(text)));
    }),
    { numRuns: 2 * runs },
  );
});

test.each(['outline:\n', "title: '二'\n"])('a key that stands again behind the outline is refused: %j', (again) => {
  const text = `${asYaml({ ...sampleSpeech, former: { p9: { removed: '文' } } })}${again}`;
  expect(() => parse(text)).toThrow();
  expect(() => readFront(text)).toThrow();
});

test.each([
  ['the outline', sampleSpeech],
  ['the outline into what is gone', { ...sampleSpeech, former: { p9: { removed: "'文" } } }],
])('a quotation that runs on through %s is read as YAML reads it', (_, speech) => {
  const text = asYaml(speech).replace("rights: '测试用'", "rights: '测试用''");
  const outcomes = [readFront, parse].map((each) => {
    try {
      return each(text);
    } catch {
      return 'refused';
    }
  });
  expect(text).toContain("'测试用''");
  expect(outcomes[0]).toEqual(outcomes[1]);
});
