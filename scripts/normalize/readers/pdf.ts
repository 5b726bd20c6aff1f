/** PDF documents with a text layer: lines by their places on the page. */
import { type RawDocument, SourceError } from '../types.ts';
import { assemble } from './assemble.ts';
import { resolveDoor } from './pdf/characters.ts';
import { type Page, readPages } from './pdf/document.ts';
import { findFurniture } from './pdf/furniture.ts';
import { layOut } from './pdf/layout.ts';
import { linesOf } from './pdf/lines.ts';

/** Han characters a page on the average, below which the pages are pictures with a stamp or a number on them. */
const FEWEST = 5;

/** @throws SourceError for a damaged or encrypted file, and for pictures of pages without text */
export async function readPdf(bytes: Uint8Array, path: string): Promise<RawDocument> {
  const pages = await readPages(bytes, path);
  checkTextLayer(pages, path);
  const lines = pages.map(linesOf);
  const { text, hints } = assemble(layOut(lines, findFurniture(lines)));
  return { format: 'pdf', encoding: 'utf-8', text: resolveDoor(text), hints };
}

function checkTextLayer(pages: Page[], path: string): void {
  let characters = 0;
  let han = 0;
  for (const { text } of pages.flatMap(({ words }) => words)) {
    characters += text.length;
    han += text.match(/\p{Script=Han}/gu)?.length ?? 0;
  }
  if (han >= FEWEST * pages.length) return;
  const why =
    characters > 100 * pages.length
      ? '的文字层读不出中文（字体没有字符对照表，或不是中文文稿）'
      : '没有文字层，页面是扫描的图片';
  throw new SourceError(`${path} ${why}：需要先做文字识别（OCR），再加入识别后的文件。`);
}
