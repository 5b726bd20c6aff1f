/** The ZIP around a Word document: the parts that hold text, within limits that no honest document reaches. */
import { unzipSync } from 'fflate';
import { SourceError } from '../../types.ts';
import { type Element, parseXml } from './xml.ts';

const MOST_ENTRIES = 10_000;
/** Bytes of all XML parts together, as they are when unpacked; pictures are never unpacked. */
const MOST_XML = 64 * 1024 * 1024;
/** Word's XML shrinks to a tenth or a thirtieth; a part that shrinks further is refused once it is larger than `SMALL`. */
const MOST_RATIO = 200;
const SMALL = 1024 * 1024;

export interface Package {
  /** The parsed part; null if there is none of that name. */
  part(name: string): Element | null;
  /** Parts that a part refers to, by relationship id: name and the last word of the type, e.g. `header`. */
  relations(name: string): Map<string, { target: string; type: string }>;
}

/** @throws SourceError for a damaged archive or one that is larger than any document */
export function openPackage(bytes: Uint8Array, path: string): Package {
  const files = unpack(bytes, path);
  const part = (name: string): Element | null => {
    const file = files[name];
    if (!file) return null;
    try {
      return parseXml(file);
    } catch (error) {
      throw new SourceError(`${path} 里的 ${name} 已损坏（${(error as Error).message}）：请在 Word 里打开并另存一次。`);
    }
  };
  return { part, relations: (name) => relations(part(relationsOf(name)), name) };
}

/** Name of the main part, e.g. `word/document.xml`; null in a ZIP that is no Word document. */
export function mainPart(content: Package): string | null {
  for (const { target, type } of content.relations('').values()) {
    if (type === 'officeDocument' && target.startsWith('word/')) return target;
  }
  return null;
}

function unpack(bytes: Uint8Array, path: string): Record<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const refuse = (why: string) => new SourceError(`${path} ${why}，超出文稿应有的大小，可能是恶意文件，未予读取。`);
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        entries++;
        if (entries > MOST_ENTRIES) throw refuse(`内含的文件多于 ${MOST_ENTRIES} 个`);
        if (!/\.(?:xml|rels)$/.test(name)) return false;
        total += originalSize;
        if (total > MOST_XML) throw refuse(`解压后大于 ${MOST_XML / SMALL} MB`);
        if (originalSize > SMALL && originalSize > size * MOST_RATIO) throw refuse(`里的 ${name} 压缩率异常`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(`${path} 不是完整的 .docx 文件（压缩包已损坏）：请重新下载，或在 Word 里打开并另存一次。`);
  }
}

function relationsOf(name: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

function relations(root: Element | null, name: string): Map<string, { target: string; type: string }> {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const found = new Map<string, { target: string; type: string }>();
  for (const child of root?.children ?? []) {
    if (typeof child === 'string' || child.attributes.TargetMode === 'External') continue;
    const { Id = '', Target = '', Type = '' } = child.attributes;
    const target = Target.startsWith('/') ? Target.slice(1) : folder + Target;
    found.set(Id, { target, type: Type.slice(Type.lastIndexOf('/') + 1) });
  }
  return found;
}
