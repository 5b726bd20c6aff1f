/** What a query finds is what a plain scan finds. The scan stands here on its own and shares no code with the matcher. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FormPairs, Forms } from '../../src/search/forms.ts';
import { matcher, type Searched, type Span } from '../../src/search/match.ts';
import { findRedactions } from '../../src/text/redaction.ts';

/** 發 and 髮 are forms of 发, 後 of 后, 臺 of 台. */
const pairs: FormPairs = [
  ['發', '发'],
  ['髮', '发'],
  ['後', '后'],
  ['臺', '台'],
];
const forms = new Forms(pairs);
const MARK = 'redaction mark';

interface Wanted {
  words: string;
  exact: boolean;
  field: 'text' | 'title' | 'heading';
}

interface Asked {
  all: Wanted[][];
  none: Wanted[];
}

const letters = ['发', '發', '髮', '后', '後', '台', '臺', '展', 'a', 'A', 'Ａ', '1', '１', '+', '，', '。', '“'];
const words = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 3 })
  .filter((signs) => signs.some((sign) => !/\p{P}/u.test(sign)))
  .map((signs) => signs.join(''));
const wanted: fc.Arbitrary<Wanted> = fc.record({
  words,
  exact: fc.boolean(),
  field: fc.constantFrom('text', 'text', 'title', 'heading'),
});
const asked: fc.Arbitrary<Asked> = fc.record({
  all: fc.array(fc.array(wanted, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  none: fc.array(wanted, { maxLength: 1 }),
});

const blocks: fc.Arbitrary<Searched[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom('title', 'heading', 'paragraph', 'paragraph'),
      pieces: fc.array(fc.constantFrom(...letters, ' ', '**'), { maxLength: 14 }),
      runin: fc.nat({ max: 6 }),
    })
    .map(({ kind, pieces, runin }) => {
      const text = pieces.join('');
      const hidden = [...text.matchAll(/(?:\*\*)+/g)].map(({ 0: { length }, index }) => ({
        kind: 'redaction' as const,
        from: index,
        to: index + length,
      }));
      const heading = { kind: 'runin' as const, id: 's1', from: 0, to: Math.min(runin, text.length) };
      return { kind, text, marks: [heading, ...hidden] } as Searched;
    }),
  { minLength: 1, maxLength: 4 },
);

/** As a reader would write it. */
function written({ all, none }: Asked): string {
  const name = { text: '', title: '标题:', heading: '小节：' };
  const term = ({ words, exact, field }: Wanted) => name[field] + (exact ? `"${words}"` : words);
  // A field holds for what follows it.
  const group = (terms: Wanted[]) =>
    terms
      .toSorted((a, b) => Number(a.field !== 'text') - Number(b.field !== 'text'))
      .map(term)
      .join('|');
  return [...all.map(group), ...none.map((each) => `-${term(each)}`)].join(' ');
}

function plain({ text, marks }: Searched): { sign: string; from: number; to: number }[] {
  const seen = [];
  for (let at = 0; at < text.length; ) {
    const mark = marks.find(({ kind, from, to }) => kind === 'redaction' && from <= at && at < to);
    const to = mark?.to ?? at + 1;
    const sign = mark ? MARK : unified(text[at] as string);
    if (sign !== '') seen.push({ sign, from: at, to });
    at = to;
  }
  return seen;
}

function unified(sign: string): string {
  const code = sign.charCodeAt(0);
  const narrow = code >= 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : sign;
  return /\s|\p{P}/u.test(narrow) ? '' : narrow.toLowerCase();
}

function isForm(a: string, b: string): boolean {
  return pairs.some(([one, other]) => (a === one && b === other) || (a === other && b === one));
}

function scan(block: Searched, { words, exact, field }: Wanted): Span[] {
  if (field === 'title' && block.kind !== 'title') return [];
  const text = exact ? [...block.text].map((sign, from) => ({ sign, from, to: from + 1 })) : plain(block);
  const sought = exact ? [...words] : [...words].map(unified).filter((sign) => sign !== '');
  const spans: Span[] = [];
  for (let at = 0; at + sought.length <= text.length; at++) {
    const here = text.slice(at, at + sought.length);
    if (!here.every(({ sign }, i) => sign === sought[i] || (!exact && isForm(sign, sought[i] as string)))) continue;
    const other = here.some(({ sign }, i) => sign !== sought[i]);
    const [from, to] = [here[0]?.from as number, here.at(-1)?.to as number];
    spans.push({ from, to, ...(other && { otherForm: true as const }) });
    at += sought.length - 1;
  }
  const runin = block.marks.find(({ kind }) => kind === 'runin');
  const inside = ({ to }: Span) => block.kind === 'heading' || (runin !== undefined && to <= runin.to);
  return field === 'heading' ? spans.filter(inside) : spans;
}

/** Of spans that overlap the one that begins first, then the longer, then the one as asked. */
function apart(spans: Span[]): Span[] {
  const kept: Span[] = [];
  const order = (a: Span, b: Span) =>
    a.from - b.from || b.to - a.to || Number(a.otherForm ?? false) - Number(b.otherForm ?? false);
  for (const span of spans.toSorted(order)) if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span);
  return kept;
}

describe('a query', () => {
  it('finds what a plain scan finds', () => {
    fc.assert(
      fc.property(asked, blocks, (asked, blocks) => {
        const found = matcher(written(asked), { forms }).findAll(blocks);
        const stands = (term: Wanted) => blocks.some((block) => scan(block, term).length > 0);
        const matches = asked.all.every((group) => group.some(stands)) && !asked.none.some(stands);
        expect(found !== null).toBe(matches);
        if (!found) return;
        const expected = blocks
          .map((block) => ({ block, spans: apart(asked.all.flat().flatMap((term) => scan(block, term))) }))
          .filter(({ spans }) => spans.length > 0);
        expect(found.map(({ block, spans }) => ({ block, spans }))).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('says which of its groups stand in a block', () => {
    fc.assert(
      fc.property(asked, blocks, (asked, blocks) => {
        const groups = [...new Map(asked.all.map((group) => [written({ all: [group], none: [] }), group])).values()];
        const found = matcher(written({ all: groups, none: [] }), { forms }).findAll(blocks);
        for (const { block, byGroup } of found ?? []) {
          const standing = byGroup.flatMap((spans, at) => (spans.length > 0 ? [at] : []));
          const here = groups.flatMap((group, at) => (group.some((term) => scan(block, term).length > 0) ? [at] : []));
          expect(standing).toEqual(here);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('needs at least one reading of every alternative in every document that matches', () => {
    fc.assert(
      fc.property(asked, blocks, (asked, blocks) => {
        const sought = matcher(written(asked), { forms });
        if (!sought.findAll(blocks)) return;
        const keys = blocks.map((block) =>
          forms.key(
            plain(block)
              .map(({ sign }) => (sign === MARK ? '*' : sign))
              .join(''),
          ),
        );
        const stands = (reading: string) => keys.some((key) => key.includes(forms.key(reading)));
        for (const group of sought.needs) {
          expect(group.some(({ readings }) => readings.length === 0 || readings.some(stands))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('hits', () => {
  const signs = [...letters, ' ', '×', '*', '**', 'X', '"', '|', '-', '标题:', '𠮷', '\ud83d', '\n'];
  const text = fc.array(fc.constantFrom(...signs), { maxLength: 30 }).map((pieces) => pieces.join(''));
  const block = text.map((text): Searched => {
    const marks = findRedactions(text).map(({ from, to }) => ({ kind: 'redaction' as const, from, to }));
    return { kind: 'paragraph', text, marks };
  });

  it('lie in the text, from the left, without overlaps, and are not empty', () => {
    fc.assert(
      fc.property(text, block, (query, block) => {
        let end = 0;
        for (const { from, to } of matcher(query, { forms }).find(block)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(block.text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('are there for every piece of the text that holds no sign of the language', () => {
    fc.assert(
      fc.property(block, fc.nat(), fc.nat(), (block, a, b) => {
        const [from, to] = [a % (block.text.length + 1), b % (block.text.length + 1)].toSorted((x, y) => x - y);
        const cut = (at: number) =>
          block.marks.some((mark) => mark.from < at && at < mark.to) || /^[\udc00-\udfff]/.test(block.text.slice(at));
        const piece = block.text.slice(from, to);
        // A `×` or `*` that hides nothing is asked for in quotation marks.
        const bare = [...piece.matchAll(/[×*]/g)].some(({ index }) =>
          block.marks.every((mark) => (from as number) + index < mark.from || mark.to <= (from as number) + index),
        );
        fc.pre(
          !bare && piece !== '' && !/[\s"|-]|标题:|X|\ud83d/.test(piece) && !cut(from as number) && !cut(to as number),
        );
        const found = matcher(piece, { forms }).find(block);
        expect(found.some((span) => span.from < (to as number) && (from as number) < span.to)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('forms', () => {
  const character = fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己');
  const anyPairs = fc.array(fc.tuple(character, character), { maxLength: 6 });
  const run = fc.array(character, { maxLength: 8 }).map((characters) => characters.join(''));

  it('have equal keys wherever texts match, and keys as long as the text', () => {
    fc.assert(
      fc.property(anyPairs, run, run, (pairs, a, b) => {
        const forms = new Forms(pairs);
        expect(forms.key(a)).toHaveLength(a.length);
        const same = a.length === b.length && [...a].every((one, at) => forms.same(one, b[at] as string));
        if (same) expect(forms.key(a)).toBe(forms.key(b));
      }),
    );
  });

  it('are the pairs and no others, in both directions', () => {
    fc.assert(
      fc.property(anyPairs, character, character, (pairs, a, b) => {
        const tied = a === b || pairs.some(([one, other]) => (one === a && other === b) || (one === b && other === a));
        expect(new Forms(pairs).same(a, b)).toBe(tied);
      }),
    );
  });
});
