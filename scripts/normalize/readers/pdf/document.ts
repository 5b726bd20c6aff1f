/** PDF bytes → pages of words with their places, within limits. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { AbortException, getDocument, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SourceError } from '../../types.ts';
import { characters } from './characters.ts';

/** A run of characters; points, from the upper left corner of the page as it is shown. */
export interface Word {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  /** Of the font. */
  size: number;
  /** False for text that runs aslant, such as a watermark. */
  level: boolean;
}

export interface Page {
  width: number;
  height: number;
  words: Word[];
}

const MOST_PAGES = 2000;
/** Forms that call each other can make endless text out of a small file; a printed page has a few hundred runs. */
const MOST_WORDS = 500_000;
const MOST_WORDS_ON_A_PAGE = 20_000;

/** Character maps and standard fonts lie beside the library: nothing is fetched from elsewhere. */
const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string) => join(library, name) + sep;

/** @throws SourceError for a file that is damaged, encrypted, or larger than any document */
export async function readPages(bytes: Uint8Array, path: string): Promise<Page[]> {
  const task = getDocument({
    // The library takes the memory of what it is given.
    data: new Uint8Array(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) {
      throw new SourceError(`${path} 有 ${document.numPages} 页，多于 ${MOST_PAGES} 页：请拆分后分别加入。`);
    }
    const pages: Page[] = [];
    let words = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await readPage(await document.getPage(number));
      words += page.words.length;
      if (page.words.length > MOST_WORDS_ON_A_PAGE || words > MOST_WORDS) {
        throw new SourceError(`${path} 第 ${number} 页的文字异常多，可能是恶意文件，未予读取。`);
      }
      pages.push(page);
    }
    return pages;
  } catch (error) {
    throw error instanceof SourceError ? error : new SourceError(`${path} ${reason(error as Error)}`);
  } finally {
    await task.destroy();
  }
}

type LibraryPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

/** Stops when there is more than belongs on a page. */
async function readPage(page: LibraryPage): Promise<Page> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const words: Word[] = [];
  const reader = page.streamTextContent().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const item of next.value.items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [a, b, c, d, x, y] = Util.transform(transform, item.transform) as number[] as Matrix;
      const size = Math.hypot(c, d);
      const level = a > 0 && Math.abs(b) < 0.02 * Math.abs(a);
      const shown = x < width && y > 0 && x + item.width > 0 && y - size < height && size > 0.5;
      if (shown) words.push({ text: characters(item.str), x, y, width: item.width, size, level });
    }
    if (words.length > MOST_WORDS_ON_A_PAGE) {
      await reader.cancel(new AbortException('enough'));
      break;
    }
  }
  page.cleanup();
  return { width, height, words };
}

type Matrix = [a: number, b: number, c: number, d: number, x: number, y: number];

function reason(error: Error): string {
  if (error.name === 'PasswordException') return '是加密的 PDF：请先去掉密码，再加入。';
  return `不是完整的 PDF 文件（${error.name}）：请重新下载，或在阅读器里打开并另存一次。`;
}
