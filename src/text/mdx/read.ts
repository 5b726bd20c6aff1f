/** MDX → Speech: the inverse of `write.ts`, and the gate that keeps anything but text out of a speech. */
import type { Node, Parent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type Block, type Cell, type Mark, type Role, type Speech, speechSchema, type TextBlock } from '../speech.ts';
import { type ComponentName, components } from './components.ts';
import { readFront } from './front.ts';
import { readUsual } from './usual.ts';

const parser = unified().use(remarkParse).use(remarkMdx);

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/**
 * @param mdx whole file
 * @param path name used in messages
 * @throws Error `path:line:column what, why` for anything outside the closed list of components or the schema
 */
export function readSpeech(mdx: string, path: string): Speech {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(mdx);
  if (!front) throw new Error(`${path}:1:1 缺少文件头：讲话须以 --- 包围的 YAML 开头。`);
  const { outline, former = {}, ...meta } = readFront(front[1] ?? '');
  const blocks = readBody(mdx.slice(front[0].length), () => new BodyReader(path, front[0].split('\n').length - 1));
  const parsed = speechSchema.safeParse({ meta, outline, former, blocks });
  if (parsed.success) {
    const twice = idTwice(parsed.data);
    if (twice) throw new Error(`${path}:1:1 编号 ${twice} 出现两次：每个编号只能属于一处。`);
    return parsed.data;
  }
  const issue = parsed.error.issues[0];
  throw new Error(`${path}:1:1 不合讲话的格式：${issue?.path.join('.')}：${issue?.message}`);
}

/** The first id that two blocks, run-in headings or absent parts share. */
function idTwice({ blocks }: Speech): string | undefined {
  const ids = blocks.flatMap((block) =>
    block.kind === 'omission'
      ? [block.id, ...block.absent]
      : [block.id, ...block.marks.flatMap((mark) => (mark.kind === 'runin' ? [mark.id] : []))],
  );
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}

/** What is at fault is read a second time, by Markdown alone: it knows the line, and what that line belongs to. */
function readBody(body: string, reader: () => BodyReader): Block[] {
  try {
    return reader().blocks(parseByBlock(body));
  } catch {
    return reader().blocks(parseBody(body, reader()));
  }
}

/** Without the line feeds at both ends; no pattern, which a long body would exhaust. */
function inner(body: string): string {
  return body.length > 1 && body.startsWith('\n') && body.endsWith('\n') ? body.slice(1, -1) : body;
}

/** Markdown takes memory for all that it is given at once: a stretch ends after so many blocks, if a new one begins there and no line of a table. */
const STRETCH = 100;

/** A block that needs its neighbours, such as code between fences, is none that a speech may have: each stretch stands alone. */
function parseByBlock(body: string): Root {
  const children: RootContent[] = [];
  let others: string[] = [];
  const flush = () => {
    for (const node of parser.parse(others.join('\n\n')).children) children.push(node);
    others = [];
  };
  for (const block of inner(body).split('\n\n')) {
    const node = readUsual(block);
    if (others.length > 0 && (node || (others.length >= STRETCH && !block.startsWith(' ')))) flush();
    if (node) children.push(node);
    else others.push(block);
  }
  flush();
  return { type: 'root', children };
}

function parseBody(body: string, reader: BodyReader): Root {
  try {
    return parser.parse(body);
  } catch (error) {
    const message = error as { line?: number; column?: number; reason?: string };
    throw reader.error(message.line ?? 1, message.column ?? 1, `无法解析：${message.reason ?? String(error)}`);
  }
}

class BodyReader {
  readonly #path: string;
  /** Lines of front matter above the body. */
  readonly #offset: number;
  #heading: string | null = null;

  constructor(path: string, offset: number) {
    this.#path = path;
    this.#offset = offset;
  }

  blocks(root: Root): Block[] {
    return root.children.map((node) => {
      if (node.type === 'mdxJsxFlowElement') return node.name === 'Table' ? this.#table(node) : this.#omission(node);
      if (node.type === 'heading' || node.type === 'paragraph') return this.#textBlock(node);
      throw this.#fail(node, `讲话正文里不能有 ${node.type}，只能有标题、段落、Table 与 Omission。`);
    });
  }

  error(line: number, column: number, what: string): Error {
    return new Error(`${this.#path}:${line + this.#offset}:${column} ${what}`);
  }

  #fail(node: Node, what: string): Error {
    return this.error(node.position?.start.line ?? 1, node.position?.start.column ?? 1, what);
  }

  #omission(node: MdxJsxFlowElement): Block {
    const attributes = this.#attributes(node, ['Omission', 'Table']);
    if (node.children.length > 0) throw this.#fail(node, 'Omission 不能带内容。');
    return {
      kind: 'omission',
      id: attributes.get('id') ?? '',
      section: this.#section(attributes),
      characters: attributes.has('characters') ? Number(attributes.get('characters')) : null,
      cause: attributes.get('cause') as 'notice' | 'cut',
      absent: attributes.get('absent')?.split(' ') ?? [],
    };
  }

  #table(node: MdxJsxFlowElement): Block {
    const attributes = this.#attributes(node, ['Table']);
    const content = { text: '', marks: [] as Mark[] };
    const rows = node.children.map((row, line) => {
      if (row.type !== 'paragraph') throw this.#fail(row, 'Table 里只能有行，每行一段。');
      if (line > 0) content.text += '\n';
      return row.children.map((cell, column) => {
        if (column > 0) content.text += '\t';
        return this.#cell(cell, content);
      });
    });
    return { kind: 'table', id: attributes.get('id') ?? '', section: this.#section(attributes), ...content, rows };
  }

  #cell(node: Node, content: { text: string; marks: Mark[] }): Cell {
    if (node.type !== 'mdxJsxTextElement') throw this.#fail(node, '表格的行里只能有 Cell。');
    const attributes = this.#attributes(node as MdxJsxTextElement, ['Cell']);
    for (const child of (node as MdxJsxTextElement).children) this.#inline(child, content);
    const span = (name: string) => Number(attributes.get(name) ?? 1);
    return { header: attributes.has('header'), columns: span('columns'), rows: span('rows') };
  }

  #textBlock(node: Parent & { type: 'heading' | 'paragraph'; depth?: number }): Block {
    const [anchor, ...rest] = node.children;
    if (anchor?.type !== 'mdxJsxTextElement' || anchor.name !== 'Anchor') {
      throw this.#fail(node, '每一标题、段落须以 <Anchor id="…" /> 开头。');
    }
    const attributes = this.#attributes(anchor, ['Anchor']);
    const id = attributes.get('id') ?? '';
    const rank = node.type === 'heading' && (node.depth ?? 1) > 1 ? (node.depth ?? 1) - 1 : null;
    const level = rank === null ? null : Number(attributes.get('level') ?? rank);
    if (level !== null) this.#heading = id;
    const content = { text: '', marks: [] as Mark[] };
    for (const child of rest) this.#inline(child, content);
    const block = { id, section: this.#section(attributes), ...content };
    if (level !== null) return { kind: 'heading', ...block, level };
    const kind = kindOf(id, node.type);
    const role = attributes.get('role') as Role | undefined;
    return kind === 'paragraph' && role ? { kind, ...block, role } : { kind, ...block };
  }

  #inline(node: Node, content: { text: string; marks: Mark[] }): void {
    if (node.type === 'text') {
      content.text += (node as Node & { value: string }).value;
    } else if (node.type === 'mdxJsxTextElement') {
      const element = node as MdxJsxTextElement;
      const attributes = this.#attributes(element, ['RunIn', 'NoteMark', 'Redaction']);
      const mark = { from: content.text.length, to: 0 };
      const kind = element.name === 'RunIn' ? 'runin' : 'note';
      content.marks.push(
        element.name === 'Redaction'
          ? { kind: 'redaction', ...mark }
          : { kind, ...mark, id: attributes.get('id') ?? '' },
      );
      const index = content.marks.length - 1;
      for (const child of element.children) this.#inline(child, content);
      (content.marks[index] as Mark).to = content.text.length;
    } else {
      throw this.#fail(node, `讲话正文里不能有 ${node.type}，只能有文字、RunIn、NoteMark 与 Redaction。`);
    }
  }

  #section(attributes: Map<string, string>): string | null {
    return attributes.has('section') ? attributes.get('section') || null : this.#heading;
  }

  #attributes(node: Element, allowed: ComponentName[]): Map<string, string> {
    const name = allowed.find((each) => each === node.name);
    if (!name)
      throw this.#fail(node, `不认识或不能用在这里的组件 <${node.name ?? ''}>，此处只能用 ${allowed.join('、')}。`);
    const known: readonly string[] = components[name].attributes;
    const attributes = new Map<string, string>();
    for (const each of node.attributes) {
      if (each.type !== 'mdxJsxAttribute' || typeof each.value !== 'string' || !known.includes(each.name)) {
        throw this.#fail(node, `<${name}> 的属性只能是写在引号里的 ${known.join('、') || '（无）'}。`);
      }
      attributes.set(each.name, each.value);
    }
    const missing = components[name].required.find((each) => !attributes.has(each));
    if (missing) throw this.#fail(node, `<${name}> 缺少属性 ${missing}。`);
    return attributes;
  }
}

/** The kind of a block without a heading's depth is told by its id. */
function kindOf(id: string, type: 'heading' | 'paragraph'): Exclude<TextBlock['kind'], 'heading' | 'table'> {
  if (type === 'heading') return 'title';
  if (id.startsWith('byline')) return 'byline';
  if (id.startsWith('n')) return 'note';
  return id.startsWith('salutation') ? 'salutation' : 'paragraph';
}
