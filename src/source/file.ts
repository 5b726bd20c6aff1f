/** The copy as a file: what it is, and the name under which it is published byte for byte. */

/** In the order in which a copy is likely to be written. */
const decoders = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'].map((label) => new TextDecoder(label));

/**
 * The encoding in which the bytes are exactly this text, in the words of the Encoding Standard;
 * null where the text was read out of a page, a Word file or a PDF.
 */
export function encodingOf(bytes: Uint8Array, text: string): string | null {
  return decoders.find((decoder) => decoder.decode(bytes) === text)?.encoding ?? null;
}

/** Formats that a browser would run or lay out as a page of this site; as plain text they do no harm. */
const ACTIVE = /\.(?:x?html?|xht|mhtml|svg|xml)$/i;

/** Name of the published file: that of the copy, with `.txt` behind it where a browser would open it as a page. */
export function publishedName(file: string): string {
  return ACTIVE.test(file) ? `${file}.txt` : file;
}

const FORMATS: [RegExp, string][] = [
  [/\.(?:x?html?|xht)$/i, '网页'],
  [/\.docx$/i, 'Word 文档'],
  [/\.pdf$/i, 'PDF'],
  [/\.(?:md|markdown)$/i, 'Markdown 文本'],
];

export function formatName(file: string): string {
  return FORMATS.find(([ending]) => ending.test(file))?.[1] ?? '纯文本';
}
