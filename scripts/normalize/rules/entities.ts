/** HTML character references that stand in plain text as characters: what each was. */
export const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  times: '×',
  middot: '·',
  mdash: '—',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
};

/**
 * The reference that `&name` stands for. With `;` the name must be whole; without it, at a cut-off end, the beginning
 * of exactly one name is enough (`&time` was `&times;`).
 */
export function entityFor(name: string, closed: boolean): string | null {
  if (closed) return Object.hasOwn(entities, name) ? (entities[name] ?? null) : null;
  const whole = Object.keys(entities).filter((each) => each.startsWith(name));
  return whole.length === 1 ? (entities[whole[0] as string] ?? null) : null;
}
