/** Bytes → characters: a byte order mark first, then what the page declares, then strict UTF-8, then the encoding that reads best. */
import { frequentCharacters } from '../rules/frequent-characters.ts';
import { SourceError } from '../types.ts';

/** Encodings that are weighed against each other; the first wins among equals. */
const WEIGHED = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];
/** Bytes that are looked at for that. */
const SAMPLE = 65_536;
/** Share of frequent characters among those that are not ASCII; Chinese has about 0.6, a wrong reading less than 0.05. */
const FREQUENT = 0.25;
/** Share of unreadable characters that a damaged copy may have. */
const DAMAGED = 0.02;

export interface Decoded {
  /** WHATWG label. */
  encoding: string;
  text: string;
}

/** @throws SourceError that names the file and the remedy */
export function decode(bytes: Uint8Array, path: string): Decoded {
  if (bytes.length === 0) throw new SourceError(`${path} 是空文件：请放入讲话原文。`);
  const decoded = decodedAs(bytes);
  if (decoded === null) throw new SourceError(`${path} 不是文本文件（含二进制内容）：请先另存为纯文本。`);
  const { text } = decoded;
  if (!/\p{Script=Han}/u.test(text)) throw new SourceError(`${path} 里没有中文：请检查文件是否选错，或编码是否受损。`);
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  if (lost > Math.max(3, text.length * DAMAGED)) {
    throw new SourceError(`${path} 的编码受损，有 ${lost} 处不能辨认：请找一份完好的，或另存为 UTF-8。`);
  }
  return decoded;
}

/** null if the bytes are no text in any encoding that is read. */
function decodedAs(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return loosely(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return loosely(bytes, 'utf-16be');
  const declared = declaredEncoding(bytes);
  const stated = declared === null ? null : strictly(bytes, declared);
  if (stated !== null) return stated;
  const unicode = strictly(bytes, 'utf-8');
  const zeros = bytes.includes(0);
  if (unicode !== null && (!zeros || /\p{Script=Han}/u.test(unicode.text))) return unicode;
  const best = bestEncoding(bytes);
  if (best !== null) return loosely(bytes, best);
  return zeros ? null : strictly(bytes, 'gb18030');
}

/** What `<meta charset>`, its older form or the XML declaration names near the top; GB 2312 and GBK are parts of GB 18030. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const top = latin1(bytes.subarray(0, 4096));
  const label = /<(?:meta\s[^<>]{0,200}|\?xml\s[^<>]{0,100})(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})/i.exec(
    top,
  )?.[1];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // A page that declares UTF-16 in ASCII letters is not in UTF-16.
    if (encoding.startsWith('utf-16')) return 'utf-8';
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}

/** Bytes as characters of the same number. */
export function latin1({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('latin1');
}

/** null if one of the bytes has no meaning in the encoding. */
function strictly(bytes: Uint8Array, encoding: string): Decoded | null {
  try {
    return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return null;
  }
}

/** What has no meaning becomes U+FFFD. */
function loosely(bytes: Uint8Array, encoding: string): Decoded {
  return { encoding, text: new TextDecoder(encoding).decode(bytes) };
}

function bestEncoding(bytes: Uint8Array): string | null {
  const scores = WEIGHED.map((encoding) => ({ encoding, score: readability(bytes.subarray(0, SAMPLE), encoding) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= FREQUENT ? best.encoding : null;
}

/** Share of frequent characters among those that are not ASCII, less the unreadable ones. */
function readability(bytes: Uint8Array, encoding: string): number {
  let all = 0;
  let frequent = 0;
  let unreadable = 0;
  for (const character of new TextDecoder(encoding).decode(bytes, { stream: true })) {
    if (character <= '\u007f' && character !== '\0') continue;
    all++;
    if (frequentCharacters.has(character)) frequent++;
    else if (/[\ufffd\0\p{Cn}\p{Co}\p{Cc}]/u.test(character)) unreadable++;
  }
  return all === 0 ? 0 : (frequent - unreadable) / all;
}
