/** A speech as Markdown: front matter, then the text; before each part `<a id="…"></a>` with its id, so that links to it open. */
import { toHtml } from 'hast-util-to-html';
import type { Html, Link, PhrasingContent, RootContent, Text } from 'mdast';
import { Document } from 'yaml';
import { entryWords } from '../../text/outline.ts';
import type { Mark, OmissionBlock, Speech, TableBlock, TextBlock } from '../../text/speech.ts';
import { tableCells } from '../../text/speech.ts';
import type { Address } from '../address.ts';
import { words } from '../words.ts';
import { usual, written } from './markdown-block.ts';
import { type State, speechPath } from './speech.ts';

export function speechMarkdown(speech: Speech, state: State, address: Address): string {
  const { id, title, ...meta } = speech.meta;
  const front = new Document({ title, address: address(speechPath(id)), ...state, id, ...meta });
  const yaml = front.toString({ lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
  const blocks = nodesOf(speech).map((node) => usual(node) ?? written(node));
  return `---\n${yaml}---\n\n${blocks.join('\n')}`;
}

function nodesOf(speech: Speech): RootContent[] {
  const children = speech.blocks.map((block): RootContent => {
    if (block.kind === 'omission') return omission(speech, block);
    return block.kind === 'table' ? table(block) : textNode(block);
  });
  const titled = speech.blocks.some(({ kind }) => kind === 'title');
  return titled ? children : [titleApart(speech), ...children];
}

function target(id: string): Html {
  return { type: 'html', value: `<a id="${id}"></a>` };
}

function text(value: string): Text {
  return { type: 'text', value };
}

/** The page shows a title that the copy does not have, and says so. */
function titleApart({ meta }: Speech): RootContent {
  const value = meta.titleDerived ? `${meta.title}（${words.derived.tag}）` : meta.title;
  return { type: 'heading', depth: 1, children: [text(value)] };
}

function textNode(block: TextBlock): RootContent {
  const children = [target(block.id), ...inline(block)];
  if (block.kind === 'title') return { type: 'heading', depth: 1, children };
  if (block.kind !== 'heading') return { type: 'paragraph', children };
  return { type: 'heading', depth: Math.min(block.level + 1, 6) as 2 | 3 | 4 | 5 | 6, children };
}

/** The text in pieces: a target before each run-in heading, a link for each sign of a note. Redaction marks stay as they are. */
function inline(block: TextBlock): PhrasingContent[] {
  const { marks } = block;
  const cuts = [...new Set(marks.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const bounds = [0, ...cuts.filter((at) => at > 0 && at < block.text.length), block.text.length];
  return bounds.slice(0, -1).flatMap((from, index) => {
    const piece = text(block.text.slice(from, bounds[index + 1]));
    const opened = marks.find((mark) => mark.kind === 'runin' && mark.from === from);
    const sign = marks.find((mark): mark is NoteMark => mark.kind === 'note' && mark.from <= from && from < mark.to);
    const content = sign && sign.id !== block.id ? link(sign.id, piece) : piece;
    return [...(opened?.kind === 'runin' ? [target(opened.id)] : []), content];
  });
}

type NoteMark = Extract<Mark, { kind: 'note' }>;

function link(id: string, child: Text): Link {
  return { type: 'link', url: `#${id}`, children: [child] };
}

/** In HTML: a table of Markdown can neither span cells nor do without a head. */
function table(block: TableBlock): Html {
  const rows = tableCells(block).map((row) => ({
    type: 'element' as const,
    tagName: 'tr',
    properties: {},
    children: row.map(({ header, columns, rows: span, from, to }) => ({
      type: 'element' as const,
      tagName: header && to > from ? 'th' : 'td',
      properties: { ...(columns > 1 && { colSpan: columns }), ...(span > 1 && { rowSpan: span }) },
      children: [{ type: 'text' as const, value: block.text.slice(from, to) }],
    })),
  }));
  const lines = rows.map((row) => toHtml(row)).join('\n');
  return { type: 'html', value: `<table id="${block.id}">\n${lines}\n</table>` };
}

/** A note of ours, as a quotation block, with the parts that are missing there. */
function omission(speech: Speech, block: OmissionBlock): RootContent {
  const last = speech.blocks.at(-1) === block;
  const said = `${words.omission.size(block.characters, last)}；${words.omission.cause[block.cause]}。`;
  const absent = block.absent.flatMap((id) => {
    const entry = speech.outline.find((each) => each.id === id);
    return entry ? [[target(id), text(words.omission.absent + entryWords(entry))]] : [];
  });
  const lines: PhrasingContent[][] = [[target(block.id), text(said)], ...absent];
  return {
    type: 'blockquote',
    children: lines.map((children) => ({ type: 'paragraph' as const, children })),
  };
}
