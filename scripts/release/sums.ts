/** `SHA256SUMS` as `sha256sum --check` reads it. */
export const SUMS = 'SHA256SUMS';

/** @param sums SHA-256 by path */
export function writeSums(sums: ReadonlyMap<string, string>): string {
  const lines = [...sums].map(([path, sum]) => `${sum}  ${path}\n`);
  return lines.sort((one, other) => (one.slice(66) < other.slice(66) ? -1 : 1)).join('');
}

/** SHA-256 by path. */
export function readSums(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sum = '', path = '']) => [path, sum]));
}
