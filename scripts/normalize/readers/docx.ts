/** Word documents (.docx): all text that Word shows, with its automatic numbers, notes and tables. */
import { type Hint, type RawDocument, SourceError } from '../types.ts';
import { assemble, type ReaderLine, wholeLine } from './assemble.ts';
import { type Context, readBlocks } from './docx/body.ts';
import { NoteMarks } from './docx/notes.ts';
import { Numbering } from './docx/numbering.ts';
import { mainPart, openPackage, type Package } from './docx/package.ts';
import { readStyles } from './docx/styles.ts';
import { child, type Element, elements } from './docx/xml.ts';

/** @throws SourceError for a damaged file, an archive that is no Word document, or one that is larger than any document */
export async function readDocx(bytes: Uint8Array, path: string): Promise<RawDocument> {
  const content = openPackage(bytes, path);
  const main = mainPart(content);
  const body = main && child(content.part(main), 'w:body');
  if (!main || !body) throw new SourceError(`${path} 是压缩包，但不是 Word 文稿（.docx）：请解压后加入其中的文稿。`);

  const related = relatedParts(content, main);
  const sections = sectionsOf(body);
  const styles = readStyles(related.first('styles'));
  const context: Context = {
    styles,
    numbering: new Numbering(related.first('numbering'), styles),
    notes: new NoteMarks({ footnotes: related.first('footnotes'), endnotes: related.first('endnotes') }, [
      ...sections,
      related.first('settings'),
    ]),
  };
  const furniture = (name: string, why: string) => readFurniture(sections, name, why, related.byId, context);
  const text = readBlocks(body, context);
  const { text: all, hints } = assemble([
    ...furniture('w:headerReference', '页眉'),
    ...text,
    ...readNotes(context),
    ...furniture('w:footerReference', '页脚'),
  ]);
  if (!/\p{Script=Han}/u.test(all)) {
    throw new SourceError(`${path} 里没有中文文字：内容可能是图片，需要先做文字识别（OCR），或文件选错了。`);
  }
  return { format: 'docx', encoding: 'utf-8', text: all, hints: titleAboveHeadings(hints) };
}

function relatedParts(content: Package, main: string) {
  const relations = content.relations(main);
  const byId = (id: string): Element | null => {
    const relation = relations.get(id);
    return relation ? content.part(relation.target) : null;
  };
  const first = (type: string): Element | null => {
    for (const relation of relations.values()) if (relation.type === type) return content.part(relation.target);
    return null;
  };
  return { byId, first };
}

/** Properties of each section, in the order of the text. */
function sectionsOf(body: Element): Element[] {
  return [...elements(body, 'w:p').map((each) => child(each, 'w:pPr', 'w:sectPr')), child(body, 'w:sectPr')].filter(
    (each) => each !== null,
  );
}

/** Heads and feet of pages, each text once. */
function readFurniture(
  sections: Element[],
  name: string,
  why: string,
  part: (id: string) => Element | null,
  context: Context,
): ReaderLine[] {
  const ids = new Set(sections.flatMap((section) => elements(section, name)).map((each) => each.attributes.id ?? ''));
  const texts = new Set<string>();
  for (const id of ids) {
    const root = part(id);
    for (const { text } of root ? readBlocks(root, context) : []) if (text.trim() !== '') texts.add(text);
  }
  return [...texts].map((text) => ({ text, hints: wholeLine(text, { kind: 'debris', why }) }));
}

/** Every note that the text refers to, its sign before it. */
function readNotes(context: Context): ReaderLine[] {
  const lines: ReaderLine[] = [];
  for (const { mark, body } of context.notes.all()) {
    const words = readBlocks(body, context)
      .map(({ text }) => text)
      .join('\n')
      .trim();
    const text = mark.endsWith(']') ? `${mark} ${words}` : mark + words;
    lines.push({ text, hints: wholeLine(text, { kind: 'note' }) });
  }
  return lines;
}

/** Where a paragraph has the style of a title (level 0 so far), it is the first level and headings stand below it. */
function titleAboveHeadings(hints: Hint[]): Hint[] {
  const titled = hints.some(({ kind, level }) => kind === 'heading' && level === 0);
  return titled
    ? hints.map((hint) => (hint.kind === 'heading' ? { ...hint, level: (hint.level ?? 0) + 1 } : hint))
    : hints;
}
