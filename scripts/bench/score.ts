/** Scores what the normalizer makes of a document against what a person makes of it. Compares letters and digits only, width folded. */

/** A `.meta.json` sidecar: what a person makes of one document. */
export interface Truth {
  file: string;
  title: string;
  title_variants_acceptable?: string[];
  /** false: the text has no title; null or a title marked as derived is right. */
  titleInText?: boolean;
  /** Right as delivered, issued or published, to its own precision; null: not scored. */
  date: string | null;
  /** In order; empty: nothing may become a top heading. */
  expected_top_headings: string[];
}

/** The part of an inspection that is scored. */
export interface Found {
  title: string | null;
  titleDerived: boolean;
  delivered: string | null;
  issued: string | null;
  published: string | null;
  outline: { level: number; marker: string; heading: string; present: boolean }[];
}

export interface Score {
  title: boolean;
  /** null: not scored. */
  date: boolean | null;
  /** Top headings that are right and in order, given in all, and expected in all. */
  headings: { right: number; given: number; expected: number };
}

export function score(truth: Truth, found: Found): Score {
  const given = found.outline
    .filter(({ level, present }) => level === 1 && present)
    .map(({ marker, heading }) => letters(marker + heading));
  const expected = truth.expected_top_headings.map(letters);
  return {
    title: titleIsRight(truth, found),
    date: truth.date === null ? null : dateIsRight(truth.date, found),
    headings: { right: longestCommon(given, expected), given: given.length, expected: expected.length },
  };
}

/** Letters and digits, full-width ones as ASCII, without case. */
export function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function titleIsRight(truth: Truth, found: Found): boolean {
  if (truth.titleInText === false && (found.title === null || found.titleDerived)) return true;
  if (found.title === null || found.titleDerived) return false;
  return [truth.title, ...(truth.title_variants_acceptable ?? [])].map(letters).includes(letters(found.title));
}

function dateIsRight(date: string, { delivered, issued, published }: Found): boolean {
  return [delivered, issued, published].some((each) => each?.slice(0, date.length) === date);
}

/** Length of the longest common subsequence. */
function longestCommon(a: string[], b: string[]): number {
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const each of a) {
    const row = [0];
    for (const [index, other] of b.entries()) {
      row.push(each === other ? (previous[index] ?? 0) + 1 : Math.max(previous[index + 1] ?? 0, row[index] ?? 0));
    }
    previous = row;
  }
  return previous.at(-1) ?? 0;
}
