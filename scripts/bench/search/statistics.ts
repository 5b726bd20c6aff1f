/** Figures over many measurements. */

/** The value below which a share of the values lies, the nearest there is; NaN of none. `quantile(values, 0.5)` is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Occurrences by document. */
export type Counts = Readonly<Record<string, number>>;

/** How what was found agrees with what there is, summed over queries. */
export class Agreement {
  #expected = 0;
  #found = 0;
  #right = 0;
  /** Queries for which anything differs. */
  different = 0;

  /**
   * Compares documents alone where the counts are not known.
   * @returns whether nothing differs
   */
  add(expected: Counts, found: Counts | readonly string[]): boolean {
    const counts = Array.isArray(found) ? Object.fromEntries(found.map((id: string) => [id, 1])) : (found as Counts);
    const wanted = Array.isArray(found) ? Object.fromEntries(Object.keys(expected).map((id) => [id, 1])) : expected;
    const [all, got, right] = [total(wanted), total(counts), shared(wanted, counts)];
    this.#expected += all;
    this.#found += got;
    this.#right += right;
    const same = right === Math.max(all, got);
    if (!same) this.different++;
    return same;
  }

  /** 1 where there is nothing to find. */
  get recall(): number {
    return this.#expected === 0 ? 1 : this.#right / this.#expected;
  }

  /** 1 where nothing was found. */
  get precision(): number {
    return this.#found === 0 ? 1 : this.#right / this.#found;
  }
}

function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function shared(one: Counts, other: Counts): number {
  return Object.entries(one).reduce((sum, [id, count]) => sum + Math.min(count, other[id] ?? 0), 0);
}

/** Three digits, never rounded up to what was not reached. */
export function share(value: number): string {
  return (Math.floor(value * 1000) / 1000).toFixed(3);
}
