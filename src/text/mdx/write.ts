/** Speech → MDX. The tree is built and serialised; no text can become code, bold, a list or a heading. */
import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx';
import remarkMdx from 'remark-mdx';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import {
  type Block,
  type Cell,
  type Mark,
  type OmissionBlock,
  type Speech,
  type TableBlock,
  type TextBlock,
  tableCells,
} from '../speech.ts';
import type { ComponentName } from './components.ts';
import { writeFront } from './front.ts';
import { writeUsual } from './usual.ts';

/** The whole file: front matter (meta and outline) and body (blocks). Ends in one line feed. */
export function writeSpeech(speech: Speech): string {
  const blocks = bodyTree(speech.blocks).map((node) => writeUsual(node) ?? writeAny(node));
  return `---\n${writeFront(speech)}---\n\n${blocks.join('\n')}`;
}

function writeAny(node: RootContent): string {
  return stringifier.stringify({ type: 'root', children: [node] });
}

/** Each pattern of what is unsafe is tried on each text: the few whose sign the text holds are all that can match. */
const handlers: Options['handlers'] = {
  text: (node: Text, _, state, info) => {
    const { unsafe } = state;
    const words = info.before + node.value + info.after;
    state.unsafe = unsafe.filter(({ character }) => words.includes(character));
    const written = state.safe(node.value, info);
    state.unsafe = unsafe;
    return written;
  },
};

const stringifier = unified().use(remarkMdx).use(remarkStringify, { rule: '-', bullet: '-', handlers });

function bodyTree(blocks: Block[]): RootContent[] {
  const children: RootContent[] = [];
  let heading: string | null = null;
  for (const block of blocks) {
    if (block.kind === 'heading') heading = block.id;
    const section = block.section === heading ? [] : [attribute('section', block.section ?? '')];
    if (block.kind === 'omission') children.push(omission(block, section));
    else children.push(block.kind === 'table' ? table(block, section) : textNode(block, section));
  }
  return children;
}

/** Ranks of headings that Markdown has. */
const RANKS = 6;

function textNode(block: TextBlock, section: MdxJsxAttribute[]): RootContent {
  const attributes = [attribute('id', block.id), ...section];
  if (block.kind === 'heading' && block.level >= RANKS) attributes.push(attribute('level', String(block.level)));
  if (block.kind === 'paragraph' && block.role) attributes.push(attribute('role', block.role));
  const anchor = element('Anchor', attributes, []);
  const children = [anchor, ...inline(block.text, block.marks, 0, block.text.length)];
  if (block.kind === 'title') return { type: 'heading', depth: 1, children };
  if (block.kind === 'heading') {
    return { type: 'heading', depth: Math.min(block.level + 1, RANKS) as 2 | 3 | 4 | 5 | 6, children };
  }
  return { type: 'paragraph', children };
}

/** Text between two offsets as nodes; marks that lie inside become elements, nested where they nest. @param first mark to look at */
function inline(text: string, marks: readonly Mark[], from: number, to: number, first = 0): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = from;
  for (let index = first; index < marks.length && (marks[index] as Mark).from <= to; index++) {
    const mark = marks[index] as Mark;
    if (mark.from < at || mark.to > to) continue;
    if (mark.from > at) nodes.push({ type: 'text', value: text.slice(at, mark.from) });
    const attributes = mark.kind === 'redaction' ? [] : [attribute('id', mark.id)];
    const children = inline(text, mark.kind === 'runin' ? marks : [], mark.from, mark.to, index + 1);
    nodes.push(element(MARKS[mark.kind], attributes, children));
    at = mark.to;
  }
  if (at < to) nodes.push({ type: 'text', value: text.slice(at, to) });
  return nodes;
}

const MARKS = { runin: 'RunIn', note: 'NoteMark', redaction: 'Redaction' } as const satisfies Record<
  Mark['kind'],
  ComponentName
>;

/** A paragraph for each row: one line of the file, whatever is in its cells. */
function table(block: TableBlock, section: MdxJsxAttribute[]): RootContent {
  const attributes = [attribute('id', block.id), ...section];
  let first = 0;
  const children = tableCells(block).map((row): Paragraph => {
    const cells = row.map((cell) => {
      while ((block.marks[first]?.from ?? cell.from) < cell.from) first++;
      return element('Cell', cellAttributes(cell), inline(block.text, block.marks, cell.from, cell.to, first));
    });
    return { type: 'paragraph', children: cells };
  });
  return { type: 'mdxJsxFlowElement', name: 'Table' satisfies ComponentName, attributes, children };
}

function cellAttributes({ header, columns, rows }: Cell): MdxJsxAttribute[] {
  const attributes = header ? [attribute('header', 'true')] : [];
  if (columns > 1) attributes.push(attribute('columns', String(columns)));
  if (rows > 1) attributes.push(attribute('rows', String(rows)));
  return attributes;
}

function omission(block: OmissionBlock, section: MdxJsxAttribute[]): RootContent {
  const attributes = [attribute('id', block.id), ...section];
  if (block.characters !== null) attributes.push(attribute('characters', String(block.characters)));
  attributes.push(attribute('cause', block.cause));
  if (block.absent.length > 0) attributes.push(attribute('absent', block.absent.join(' ')));
  return { type: 'mdxJsxFlowElement', name: 'Omission' satisfies ComponentName, attributes, children: [] };
}

function element(name: ComponentName, attributes: MdxJsxAttribute[], children: PhrasingContent[]): PhrasingContent {
  return { type: 'mdxJsxTextElement', name, attributes, children };
}

function attribute(name: string, value: string): MdxJsxAttribute {
  return { type: 'mdxJsxAttribute', name, value };
}
