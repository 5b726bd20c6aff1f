/** Runs → the characters of one paragraph as Word shows them. */
import type { Hint } from '../../types.ts';
import type { NoteMarks } from './notes.ts';
import { type ParagraphFacts, runToggle, type Styles } from './styles.ts';
import { child, type Element, elements } from './xml.ts';

export interface Inline {
  text: string;
  /** Signs that refer to notes, by offset in `text`. */
  marks: Hint[];
  /** All words are bold. */
  strong: boolean;
  /** Contents of text boxes that hang on this paragraph. */
  boxes: Element[];
}

/** What is no text that is shown: properties, deletions, the far end of a move, codes of fields. */
const SILENT = new Set(['w:pPr', 'w:rPr', 'w:del', 'w:moveFrom', 'w:delText', 'w:instrText', 'w:rt']);

/** @param notes gives the signs of the notes in the order in which they are referred to */
export function readInline(paragraph: Element, facts: ParagraphFacts, styles: Styles, notes: NoteMarks): Inline {
  const marks: Hint[] = [];
  const boxes: Element[] = [];
  const fields = new Fields();
  let text = '';
  let bold = 0;
  let words = 0;

  const write = (characters: string, isBold: boolean) => {
    if (fields.inCode) return;
    const shown = characters.replace(/\s/g, '').length;
    words += shown;
    if (isBold) bold += shown;
    text += characters;
  };
  const walk = (element: Element): void => {
    if (SILENT.has(element.name)) return;
    if (element.name === 'w:txbxContent') boxes.push(element);
    else if (element.name === 'w:r') readRun(element);
    else if (element.name === 'm:t') write(strings(element), false);
    else if (element.name === 'mc:AlternateContent') {
      const shown = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
      if (shown) walk(shown);
    } else for (const each of elements(element)) walk(each);
  };
  const readRun = (run: Element): void => {
    if (runToggle(run, 'w:vanish', facts.style, styles)) return;
    const isBold = runToggle(run, 'w:b', facts.style, styles);
    for (const each of elements(run)) {
      if (each.name === 'w:fldChar') fields.turn(each.attributes.fldCharType);
      else if (each.name === 'w:footnoteReference' || each.name === 'w:endnoteReference') {
        const mark = notes.refer(each);
        if (mark !== '') marks.push({ kind: 'mark', from: text.length, to: text.length + mark.length });
        text += mark;
      } else if (each.name === 'w:t') write(wordsOf(each), isBold);
      else if (SIGNS[each.name]) write(SIGNS[each.name]?.(each) ?? '', isBold);
      else walk(each);
    }
  };
  for (const each of elements(paragraph)) walk(each);
  return { text, marks, strong: words > 0 && bold === words, boxes };
}

/** Elements that stand for a character. */
const SIGNS: { [name: string]: (element: Element) => string } = {
  'w:tab': () => '\t',
  'w:ptab': () => '\t',
  'w:cr': () => '\n',
  'w:br': ({ attributes }) => (attributes.type === undefined || attributes.type === 'textWrapping' ? '\n' : ''),
  'w:noBreakHyphen': () => '-',
  'w:sym': ({ attributes }) => symbol(Number.parseInt(attributes.char ?? '', 16)),
};

/** Symbol fonts keep their signs in the private area; as text they are a dot. */
function symbol(code: number): string {
  if (!(code > 0x1f && code < 0xfffe) || (code >= 0xd800 && code < 0xe000)) return '';
  return code >= 0xf000 && code <= 0xf0ff ? '•' : String.fromCharCode(code);
}

/** A field has a code, which is not shown, and a result, which is; fields stand in each other. */
class Fields {
  /** For each open field, whether its code is still running. */
  private open: boolean[] = [];
  private codes = 0;

  get inCode(): boolean {
    return this.codes > 0;
  }

  turn(type: string | undefined): void {
    if (type === 'begin') {
      this.open.push(true);
      this.codes++;
      return;
    }
    if (this.open.pop()) this.codes--;
    if (type === 'separate') this.open.push(false);
  }
}

/** White space at the ends of `w:t` counts only where it says so; line ends of the file are spaces. */
function wordsOf(element: Element): string {
  const text = strings(element).replace(/[\t\r\n]+/g, ' ');
  return element.attributes.space === 'preserve' ? text : text.replace(/^ +| +$/g, '');
}

function strings(element: Element): string {
  return element.children.filter((each) => typeof each === 'string').join('');
}
