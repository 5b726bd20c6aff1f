/** Bytes → characters: byte order mark first, then strict UTF-8, then GB18030. */
import { SourceError } from '../types.ts';

export function decode(bytes: Uint8Array, path: string): { encoding: string; text: string } {
  if (bytes.length === 0) throw new SourceError(`${path} 是空文件：请放入讲话原文。`);
  const encoding = encodingOf(bytes);
  if (encoding === null) throw new SourceError(`${path} 不是文本文件（含二进制内容）：请先另存为纯文本。`);
  const text = new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes);
  if (!/\p{Script=Han}/u.test(text)) throw new SourceError(`${path} 里没有中文：请检查文件是否选错，或编码是否受损。`);
  return { encoding, text };
}

/** WHATWG label; null if the bytes are no text in any encoding that is read. */
function encodingOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.includes(0)) return null;
  return ['utf-8', 'gb18030'].find((encoding) => decodes(bytes, encoding)) ?? null;
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
