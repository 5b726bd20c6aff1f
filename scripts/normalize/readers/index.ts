/** Source → RawDocument. One reader a format; the format is told by content, not by file name. */
import { type RawDocument, type Source, SourceError } from '../types.ts';
import { decode } from './decode.ts';

/** Formats that are recognised in order to say clearly that they are not read. */
const OTHER_FORMATS = [
  { name: 'PDF', test: (head: string) => head.startsWith('%PDF-') },
  { name: 'Word 或其他压缩包', test: (head: string) => head.startsWith('PK\u0003\u0004') },
  { name: '旧版 Word', test: (head: string) => head.startsWith('\u00d0\u00cf\u0011\u00e0') },
  {
    name: 'HTML 网页',
    test: (head: string) => /^\s*(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|head|body)\b/i.test(head),
  },
];

/** @throws SourceError that names the file and the remedy */
export function read({ path, bytes }: Source): RawDocument {
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  const other = OTHER_FORMATS.find((format) => format.test(head));
  if (other) throw new SourceError(`${path} 是${other.name}文件，目前只读纯文本：请先另存为纯文本（.txt）。`);
  return { format: 'text', ...decode(bytes, path) };
}
