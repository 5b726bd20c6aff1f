/** `CHANGES.md`: the change list for people. */

import { targetOf } from '../../src/text/former.ts';
import type { Fate } from '../../src/text/speech.ts';
import type { Changes, Touched } from './schemas.ts';

/** What the fields of a copy are called; one without a name keeps its own. */
const FIELDS: Record<string, string> = {
  meta: '要目',
  outline: '目录',
  former: '旧编号',
  blocks: '正文',
  account: '整理的账目',
};

export function changesMarkdown(changes: Changes): string {
  const { date, version, since, unchanged } = changes;
  const lead = since
    ? `馆藏版本 \`${version}\`，与 ${since.date} 的一份（\`${since.version}\`）相比；${unchanged} 篇没有变动。`
    : `馆藏版本 \`${version}\`。这一份没有与先前的比较，所有讲话都列为新收。`;
  const sections = [
    section('新收', changes.new.map(named)),
    section(
      '改动',
      changes.changed.map((each) => [named(each), ...details(each)].join('\n')),
    ),
    section('改名', changes.renamed.map(renamedItem)),
    section(
      '撤下',
      changes.withdrawn.map((each) => `${named(each)}：${each.date}，${line(each.reason)}`),
    ),
  ];
  return [`# ${date} 的变动`, lead, ...sections.flat()].join('\n\n').concat('\n');
}

function section(title: string, items: string[]): string[] {
  return items.length > 0 ? [`## ${title} ${items.length} 篇`, items.map((item) => `- ${item}`).join('\n')] : [];
}

function named({ id, title }: { id: string; title: string }): string {
  return `\`${id}\` ${asText(title)}`;
}

function renamedItem(each: Changes['renamed'][number]): string {
  return [`\`${each.id}\` 改为 \`${each.renamed}\` ${asText(each.title)}`, ...details(each)].join('\n');
}

function details({ fields, anchors }: { fields: string[]; anchors: Touched }): string[] {
  const fates = Object.entries(anchors.former).map(([id, fate]) => `\`${id}\` ${fateWords(fate)}`);
  const rows: [string, string[]][] = [
    ['改了', fields.map((field) => FIELDS[field] ?? field)],
    ['新增的编号', anchors.added.map((id) => `\`${id}\``)],
    ['文字改了的编号', anchors.changed.map((id) => `\`${id}\``)],
    ['不再有文字的编号', fates],
  ];
  return rows.filter(([, items]) => items.length > 0).map(([title, items]) => `  - ${title}：${items.join('、')}`);
}

function fateWords(fate: Fate): string {
  if ('removed' in fate) return `移除（${line(fate.removed)}）`;
  return `${'moved' in fate ? '移到' : '并入'} \`${targetOf(fate)}\`${fate.reason ? `（${line(fate.reason)}）` : ''}`;
}

function line(text: string): string {
  return asText(text.replace(/\s+/g, ' ').trim());
}

/** Signs that Markdown would take for its own. */
function asText(text: string): string {
  return text.replace(/[\\`*_[\]<>~#|]/g, '\\$&');
}
