/** The figures in words and tables. */
import { table } from '../../lib/columns.ts';
import { type Figure, figures, type Limit, phasesOf, ratios, reaches, resultOf, slope } from './figures.ts';
import type { Result } from './results.ts';
import type { Cost } from './watched.ts';

/** Names of the phases that a build tells. */
const phaseNames: Record<string, string> = {
  start: '载入程序',
  normalize: '规范化',
  load: '看有没有变，载入其余的程序',
  plan: '馆藏的计划',
  pages: '页面与清单',
  copies: '机器副本',
  search: '检索索引',
  previews: '链接预览图',
  finish: '策略与压缩副本',
  place: '换上新的',
};

/** What others do not make, in rows of its own. */
const OURS_ALONE = ['copies', 'previews', 'finish'];

export function report(results: readonly Result[], documents: number): string {
  return [
    table([['', '要求', '本站'], ...figures.map((figure) => asked(figure, results, documents))]),
    table([['构建本站的各步', '初次', '没有变', '改一篇'], ...phaseRows(results)]),
    alone(results),
    table([['整个构建', '初次', '没有变'], ...wholes(results)]),
    ...ratios(results, documents).map(
      ({ name, ours, other, ratio, isReached }) =>
        `${name}：${number(ours)} ÷ ${number(other)} = ${ratio.toFixed(2)} ${mark(isReached)}`,
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function asked(figure: Figure, results: readonly Result[], documents: number): string[] {
  const cost = figure.of(results);
  const limit = figure.asked[documents];
  return [
    figure.name,
    limit ? limits(limit) : '',
    show(cost) + (limit && cost ? ` ${mark(reaches(cost, limit))}` : ''),
  ];
}

function phaseRows(results: readonly Result[]): string[][] {
  const names = resultOf(results, 'ours', 'cold')?.phases.map(({ name }) => name) ?? [];
  return names.map((name) => [
    phaseNames[name] ?? name,
    ...(['cold', 'unchanged', 'changed'] as const).map((task) =>
      show(phasesOf(results, task, (each) => each === name)),
    ),
  ]);
}

/** In CPU seconds. Pages of comparison: by how much a build without them takes less. */
function alone(results: readonly Result[]): string {
  const whole = phasesOf(results, 'cold', (name) => name !== 'normalize');
  const uncompared = phasesOf(results, 'without-comparison', () => true);
  if (!whole || !uncompared) return '';
  const rest = phasesOf(results, 'without-comparison', (name) => !OURS_ALONE.includes(name));
  const single = OURS_ALONE.flatMap((name) => {
    const cost = phasesOf(results, 'cold', (each) => each === name);
    return cost ? [[phaseNames[name] ?? name, number(cost.cpu)]] : [];
  });
  return table([
    ['别家没有而本站有的，初次', 'CPU 秒'],
    ['对照页', number(whole.cpu - uncompared.cpu)],
    ...single,
    ['都不做，还剩（连同检索）', number(rest?.cpu ?? 0)],
  ]);
}

function wholes(results: readonly Result[]): string[][] {
  const ours = phasesOf(results, 'cold', (name) => name !== 'normalize');
  const rows = [['本站（连同检索）', show(ours), show(resultOf(results, 'ours', 'unchanged'))]];
  for (const [builder, name] of [
    ['eleventy', 'Eleventy（没有检索）'],
    ['starlight', 'Starlight（连同检索）'],
  ] as const) {
    const [cold, unchanged] = [resultOf(results, builder, 'cold'), resultOf(results, builder, 'unchanged')];
    if (cold) rows.push([name, show(cold), show(unchanged)]);
  }
  return rows;
}

/** @param bySize results of our own builds for each number of documents, from small to large */
export function slopes(bySize: ReadonlyMap<number, readonly Result[]>): string {
  const sizes = [...bySize.keys()];
  const between = sizes.slice(1).map((size, at) => `${sizes[at]}→${size} 每篇毫秒`);
  const rows = figures.map((figure) => {
    const costs = [...bySize.values()].map(figure.of);
    if (costs.some((cost) => cost === null)) return [figure.name];
    const seconds = costs.map((cost) => (isWall(figure) ? cost?.wall : cost?.cpu) ?? 0);
    const { perDocument, deviation } = slope(sizes.map((documents, at) => ({ documents, seconds: seconds[at] ?? 0 })));
    return [
      `${figure.name}，${isWall(figure) ? '秒' : 'CPU 秒'}`,
      ...seconds.map(number),
      ...perDocument.map((value) => value.toFixed(2)),
      `${(deviation * 100).toFixed(1)}% ${mark(deviation <= 0.15)}`,
      costs.map((cost) => ((cost?.peak ?? 0) / 1e9).toFixed(2)).join('／'),
    ];
  });
  return table([['', ...sizes.map((size) => `${size} 篇`), ...between, '偏离直线（要求 ≤ 15%）', '峰值 GB'], ...rows]);
}

function isWall({ asked }: Figure): boolean {
  return Object.values(asked).some((limit) => limit.wall !== undefined);
}

function limits({ cpu, peak, wall }: Limit): string {
  const parts = [cpu && `≤ ${cpu} CPU 秒`, peak && `${peak / 1e9} GB`, wall && `≤ ${wall} 秒`];
  return parts.filter(Boolean).join('，');
}

function show(cost: Cost | null): string {
  return cost ? `${number(cost.cpu)} CPU 秒，${(cost.peak / 1e9).toFixed(2)} GB，${number(cost.wall)} 秒` : '—';
}

function number(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}

function mark(isReached: boolean): string {
  return isReached ? '✓' : '✗';
}
