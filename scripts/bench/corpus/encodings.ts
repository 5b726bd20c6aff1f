/** Text → bytes in the encodings that copies come in. */
const BOM = '\ufeff';

/** Pairs of bytes of GB 18030 by their character. */
function pairs(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, [number, number]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low !== 0x7f) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
    }
  }
  return table;
}

let table: Map<string, [number, number]> | undefined;

/** @throws Error for a character that has no pair; ordinary ones have */
export function gb18030(text: string): Uint8Array {
  table ??= pairs();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    const pair = point < 0x80 ? [point] : table.get(character);
    if (!pair) throw new Error(`GB 18030 的双字节里没有“${character}”。`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}

export const encodings: { name: string; share: number; encode: (text: string) => Uint8Array }[] = [
  { name: 'utf-8', share: 0.75, encode: (text) => Buffer.from(text) },
  { name: 'utf-8-bom', share: 0.07, encode: (text) => Buffer.from(BOM + text) },
  { name: 'gb18030', share: 0.12, encode: gb18030 },
  { name: 'utf-16le', share: 0.04, encode: (text) => Buffer.from(BOM + text, 'utf16le') },
  { name: 'utf-16be', share: 0.02, encode: (text) => Buffer.from(BOM + text, 'utf16le').swap16() },
];
