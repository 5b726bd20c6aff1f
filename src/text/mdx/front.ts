/**
 * The front matter of a speech: YAML with every string quoted, so that no date or number changes its type, and one line an
 * outline entry. These lines are most of it. Where all are of the usual form they are written and read here, the same as
 * YAML would, at a fraction of its time; else the whole is left to YAML.
 */
import { Document, isMap, isSeq, parse } from 'yaml';
import type { OutlineEntry, Speech } from '../speech.ts';

/** No character that YAML writes otherwise than itself between single quotes. */
const USUAL = /^[^\p{Cc}\p{Cs}]*$/u;
const QUOTED = "'((?:[^'\\p{Cc}]|'')*)'";
const ENTRY = new RegExp(
  `^  - \\{ id: ${QUOTED}, level: (\\d{1,9}), marker: ${QUOTED}, heading: ${QUOTED}, kind: ${QUOTED}, present: (true|false) \\}$`,
  'u',
);

export function writeFront({ meta, outline, former }: Speech): string {
  const gone = Object.keys(former).length > 0 ? { former } : {};
  if (outline.length === 0 || !outline.every(isUsual)) return yaml({ ...meta, outline, ...gone });
  return `${yaml(meta)}outline:\n${outline.map(lineOf).join('')}${'former' in gone ? yaml(gone) : ''}`;
}

/** @throws Error for what is no YAML */
export function readFront(text: string): Record<string, unknown> {
  const lines = text.split('\n');
  const first = lines.indexOf('outline:') + 1;
  const stop = lines.findIndex((line, index) => index >= first && !ENTRY.test(line));
  const end = stop < 0 ? lines.length : stop;
  const rest = lines.slice(end).join('\n');
  if (first === 0 || end === first || !/^(?:former:\n|\s*$)/u.test(rest)) return parse(text);
  const meta = parseOrNone(lines.slice(0, first - 1));
  const gone = parseOrNone(lines.slice(end));
  if (meta === undefined || gone === undefined) return parse(text);
  if (['outline', 'former'].some((key) => Object.hasOwn(Object(meta), key))) return parse(text);
  if (Object.keys(gone ?? {}).some((key) => key !== 'former')) return parse(text);
  return { ...meta, ...gone, outline: lines.slice(first, end).map(entryOf) };
}

/** What is no YAML without the lines around it is left to YAML with them. */
function parseOrNone(lines: readonly string[]): Record<string, unknown> | undefined {
  try {
    return parse(lines.join('\n'));
  } catch {
    return undefined;
  }
}

function isUsual({ id, marker, heading }: OutlineEntry): boolean {
  return USUAL.test(id) && USUAL.test(marker) && USUAL.test(heading);
}

function lineOf({ id, level, marker, heading, kind, present }: OutlineEntry): string {
  const words = `marker: ${quoted(marker)}, heading: ${quoted(heading)}`;
  return `  - { id: ${quoted(id)}, level: ${level}, ${words}, kind: ${quoted(kind)}, present: ${present} }\n`;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const unquoted = (text: string) => text.replaceAll("''", "'");

function entryOf(line: string): OutlineEntry {
  const [, id = '', level, marker = '', heading = '', kind = '', present] = ENTRY.exec(line) ?? [];
  return {
    id: unquoted(id),
    level: Number(level),
    marker: unquoted(marker),
    heading: unquoted(heading),
    kind: unquoted(kind) as OutlineEntry['kind'],
    present: present === 'true',
  };
}

function yaml(value: object): string {
  const document = new Document(value);
  const entries = document.get('outline');
  if (isSeq(entries)) {
    for (const entry of entries.items) if (isMap(entry)) entry.flow = true;
  }
  return document.toString({
    lineWidth: 0,
    defaultStringType: 'QUOTE_SINGLE',
    defaultKeyType: 'PLAIN',
    flowCollectionPadding: true,
  });
}
