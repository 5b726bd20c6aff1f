/** What was found in one file, as text for a terminal. */
import { completenessNames } from '../../src/data/completeness.ts';
import { severities, severityName } from '../../src/data/finding-kinds.ts';
import { redactionCount, textLength } from '../../src/data/summary.ts';
import type { Meta } from '../../src/text/speech.ts';
import { clip, columns, pad, printable } from '../lib/columns.ts';
import { findingPrinter } from '../lib/findings.ts';
import type { Confidence, Finding } from '../normalize/types.ts';
import { checks } from './checks.ts';
import type { Likeness } from './overlap.ts';
import { filesOf, type Plan } from './plan.ts';
import { tree } from './tree.ts';

const LABEL = 10;
const EVIDENCE = 60;

/** Fields that most speeches do not have: shown only where they are. */
const rare = new Set(['subtitle', 'documentNumber']);

/** How sure a field is, as said to a person. */
const confidences: { [confidence in Confidence]: string } = { certain: '确凿', likely: '多半', doubtful: '存疑' };

/** Fields in the order in which they are shown; null is shown as 未注明. */
const fields: [field: string, label: string, value: (meta: Meta) => string | null][] = [
  ['title', '题目', ({ title, titleDerived }) => (titleDerived ? `${title}（拟题）` : title)],
  ['subtitle', '副题', ({ subtitle }) => subtitle],
  [
    'delivered',
    '讲话日期',
    ({ delivered, deliveredUntil }) => [delivered, deliveredUntil].filter(Boolean).join(' 至 '),
  ],
  ['issued', '发布日期', ({ issued }) => issued],
  ['published', '网站发布', ({ published }) => published],
  ['place', '地点', ({ place }) => place],
  ['speaker', '讲话人', ({ speaker }) => speaker && [speaker.role, speaker.name].filter(Boolean).join(' ')],
  ['event', '场合', ({ event }) => event],
  ['issuer', '署名', ({ issuer }) => issuer],
  ['documentNumber', '文号', ({ documentNumber }) => documentNumber],
  ['genre', '体裁', ({ genre }) => genre],
  ['sourceSite', '来源网站', ({ sourceSite }) => sourceSite],
];

/** The whole report on a plan. */
export function show(plan: Plan): string {
  return [
    ...metaLines(plan),
    ...outlineLines(plan),
    ...findingLines(plan),
    ...similarTable(plan.similar),
    ...proposal(plan),
    '请目检',
    ...checks(plan).map((check, index) => `  ${index + 1}. ${printable(check)}`),
  ].join('\n');
}

function metaLines({ file, record }: Plan): string[] {
  const { speech, document, evidence } = record;
  const paragraphs = speech.blocks.filter(({ kind }) => kind === 'paragraph').length;
  const counts = `${textLength(speech)} 字，${paragraphs} 段，隐去 ${redactionCount(speech)} 处`;
  const lines = [`${printable(file)}：${document.format}，${document.encoding}，${counts}`];
  for (const [field, label, value] of fields) {
    const said = value(speech.meta);
    if (!said && rare.has(field)) continue;
    lines.push(`  ${pad(label, LABEL)}${printable(said || '未注明')}`);
    const [ground] = evidence[field] ?? [];
    if (ground) {
      const words = clip(printable(ground.text.replace(/\s+/gu, ' ')), EVIDENCE);
      lines.push(`  ${pad('', LABEL)}据第 ${ground.lines[0]} 行“${words}”，${confidences[ground.confidence]}`);
    }
  }
  const { name, meaning } = completenessNames[speech.meta.completeness];
  return [...lines, `  ${pad('完整程度', LABEL)}${name}：${meaning}`, ''];
}

function outlineLines({ record }: Plan): string[] {
  const { outline } = record.speech;
  if (outline.length === 0) return ['目录：没有分节', ''];
  return [`目录：${outline.length} 条`, ...tree(outline).map((line) => `  ${printable(line)}`), ''];
}

/** Errors and warnings in full; of the rest each code once, with its lines. */
function findingLines({ file, record }: Plan): string[] {
  const { findings, document } = record;
  if (findings.length === 0) return ['发现：无', ''];
  const counts = severities.map(
    ({ id }) => `${severityName(id)} ${findings.filter((each) => each.severity === id).length}`,
  );
  const print = findingPrinter(file, document.text);
  const urgent = findings.filter(({ severity }) => severity !== 'info').map((finding) => `${print(finding)}\n`);
  const rest = Map.groupBy(
    findings.filter(({ severity }) => severity === 'info'),
    ({ code }) => code,
  );
  return [
    `发现：${counts.join('，')}`,
    '',
    ...urgent,
    ...[...rest.values()].map(brief),
    ...(rest.size > 0 ? [''] : []),
  ];
}

/** `removed-site-fields 3 处（第 1、9、10 行）：移出正文：网站的栏目信息` */
function brief(group: Finding[]): string {
  const [first] = group as [Finding];
  const lines = [...new Set(group.map(({ lines: [line] }) => line))];
  const places = lines.length > 6 ? `${lines[0]}…${lines.at(-1)}` : lines.join('、');
  const message = group.length > 1 ? first.message.split('。')[0] : first.message;
  return `${severityName(first.severity)} ${first.code} ${group.length} 处（第 ${places} 行）：${printable(message ?? '')}`;
}

function similarTable(similar: Likeness[]): string[] {
  if (similar.length === 0) return [];
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const rows = [
    ['新见于旧', '旧见于新', '编号', '题目'],
    ...similar.map(({ ofNew, ofHeld, id, title }) => [percent(ofNew), percent(ofHeld), id, title]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => columns(row[column] ?? ''))));
  const table = rows.map((row) =>
    `  ${row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  return ['相近的讲话（连续五字相同的比例）', ...table, ''];
}

function proposal(plan: Plan): string[] {
  const { id, topics } = plan.knowledge;
  return [
    '拟定',
    `  ${pad('编号', LABEL)}${id}`,
    `  ${pad('主题', LABEL)}${topics.join('、') || '无（请从 src/data/topics.ts 里选）'}`,
    `  ${pad('文件', LABEL)}${filesOf(plan)
      .map(({ path }) => path)
      .join('、')}`,
    '',
  ];
}
