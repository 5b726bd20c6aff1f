/** Source → RawDocument. One reader a format; the format is told by content, not by file name. */
import { type RawDocument, type Source, SourceError } from '../types.ts';
import { decode, latin1 } from './decode.ts';
import { isHtml, readHtml } from './html.ts';
import { isMarkdown, readMarkdown } from './markdown.ts';
import { tabbedTables } from './tabs.ts';

interface Format {
  /** Whether the bytes are of this format, mostly by their first ones as Latin-1 characters. */
  test: (top: string, bytes: Uint8Array) => boolean;
  read: (bytes: Uint8Array, path: string) => Promise<RawDocument>;
}

/** Formats that are no text, most certain first. Their readers are large and are loaded when they are needed. */
const FORMATS: Format[] = [
  {
    test: (top) => top.slice(0, 1024).includes('%PDF-'),
    read: async (bytes, path) => (await import('./pdf.ts')).readPdf(bytes, path),
  },
  {
    test: (top) => top.startsWith('PK\u0003\u0004') || top.startsWith('PK\u0005\u0006'),
    read: async (bytes, path) => (await import('./docx.ts')).readDocx(bytes, path),
  },
  refused(
    '加密的 Word ',
    '请先在 Word 里去掉密码并另存',
    (top, bytes) => isCompound(top) && holds(bytes, 'EncryptedPackage'),
  ),
  refused('旧版 Word（.doc 或 WPS）', '请另存为 .docx', isCompound),
  refused('RTF', '请另存为 .docx', (top) => top.startsWith('{\\rtf')),
  refused('图片', '需要先做文字识别（OCR）', (top) =>
    /^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|II\*\0|MM\0\*|RIFF.{4}WEBP)/s.test(top),
  ),
];

/** The container of older Office files, and of newer ones that have a password. */
function isCompound(top: string): boolean {
  return top.startsWith('\u00d0\u00cf\u0011\u00e0');
}

/** The name of a stream in such a container. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'utf16le');
}

/** Read enough to know a format. */
const TOP = 2048;

/** @throws SourceError that names the file and the remedy */
export async function read({ path, bytes }: Source): Promise<RawDocument> {
  const top = latin1(bytes.subarray(0, TOP));
  const format = FORMATS.find((each) => each.test(top, bytes));
  // A copy: a reader may take the bytes over.
  return format ? format.read(new Uint8Array(bytes), path) : readText(bytes, path);
}

function readText(bytes: Uint8Array, path: string): RawDocument {
  const { text, encoding } = decode(bytes, path);
  if (isHtml(text)) {
    const page = readHtml(text, encoding);
    if (/\p{Script=Han}/u.test(page.text)) return page;
    throw new SourceError(`${path} 是网页，但看得见的部分没有中文：正文可能由脚本载入，请在浏览器里打开后另存。`);
  }
  if (isMarkdown(text)) return readMarkdown({ encoding, text });
  return { format: 'text', encoding, text, hints: tabbedTables(text) };
}

/** A format that is recognised in order to say clearly that it is not read. */
function refused(name: string, remedy: string, test: Format['test']): Format {
  return {
    test,
    read: async (_, path) => {
      throw new SourceError(`${path} 是${name}文件，不能直接读取：${remedy}。`);
    },
  };
}
