/**
 * PDF files written by hand, character for character where they stand: `pdf([[{ text: '正文', x: 90, y: 100 }]])`.
 * The font is one that every reader knows by name, so that Chinese goes through the library's character maps.
 */

export interface Put {
  text: string;
  /** Points from the left and from the top of an A4 page. */
  x: number;
  y: number;
  size?: number;
  /** Counter-clockwise. */
  degrees?: number;
}

const HEIGHT = 842;

/** @param extra entries of the trailer, e.g. `/Encrypt 4 0 R`, and objects by number */
export function pdf(pages: Put[][], extra: { trailer?: string; objects?: Map<number, string> } = {}): Uint8Array {
  const objects = new Map<number, string>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${10 + 2 * at} 0 R`).join(' ')}] >>`],
    [3, '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [5 0 R] >>'],
    [
      5,
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 6 0 R >>',
    ],
    [
      6,
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    ],
  ]);
  for (const [at, puts] of pages.entries()) {
    objects.set(
      10 + 2 * at,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${HEIGHT}] /Contents ${11 + 2 * at} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /X 7 0 R >> >> >>`,
    );
    objects.set(11 + 2 * at, stream(puts.map(show).join('\n')));
  }
  for (const [number, object] of extra.objects ?? []) objects.set(number, object);
  return file(objects, extra.trailer ?? '');
}

/** Lines one under the other: the text column begins at 90 and is 28 full-width characters of 15 points wide. */
export function column(lines: string[], top = 120, size = 15): Put[] {
  return lines.map((line, at) => ({
    text: line.trimStart(),
    x: 90 + size * (line.length - line.trimStart().length),
    y: top + 25 * at,
    size,
  }));
}

export function stream(content: string, more = ''): string {
  return `<< /Length ${content.length} ${more} >>\nstream\n${content}\nendstream`;
}

function show({ text, x, y, size = 15, degrees = 0 }: Put): string {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const hex = [...new Uint16Array([...text].flatMap((each) => units(each)))]
    .map((unit) => unit.toString(16).padStart(4, '0'))
    .join('');
  return `BT /F ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${HEIGHT - y} Tm <${hex}> Tj ET`;
}

function units(character: string): number[] {
  return Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
}

function file(objects: Map<number, string>, trailer: string): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${size}\n${entries.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
