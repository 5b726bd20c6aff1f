/** What the issue of builds asks, and what was measured of it. */
import type { Builder, Phase, Result, Task } from './results.ts';
import type { Cost } from './watched.ts';

/** CPU seconds, bytes, seconds. */
export type Limit = Partial<Cost>;

export interface Figure {
  name: string;
  /** null where it was not measured. */
  of: (results: readonly Result[]) => Cost | null;
  /** What must be reached, by number of documents. */
  asked: Record<number, Limit>;
}

const GB = 1e9;

/** A phase with this name is no part of the site without search. */
const NOT_SITE = ['normalize', 'search'];

export const figures: readonly Figure[] = [
  {
    name: '规范化，初次',
    of: (results) => resultOf(results, 'ours', 'normalize'),
    asked: { 1000: { cpu: 10 }, 10000: { cpu: 100 } },
  },
  {
    name: '规范化，没有变',
    of: (results) => phasesOf(results, 'unchanged', (name) => name === 'normalize'),
    asked: {},
  },
  {
    name: '网站（不含检索），初次',
    of: (results) => phasesOf(results, 'cold', (name) => !NOT_SITE.includes(name)),
    asked: { 1000: { cpu: 12, peak: 0.9 * GB }, 10000: { cpu: 90, peak: 2.5 * GB } },
  },
  {
    name: '网站（不含检索），没有变',
    of: (results) => phasesOf(results, 'unchanged', (name) => !NOT_SITE.includes(name)),
    asked: { 1000: { cpu: 7 }, 10000: { cpu: 45 } },
  },
  {
    name: '改一篇原文，全部',
    of: (results) => resultOf(results, 'ours', 'changed'),
    asked: { 1000: { wall: 10 }, 10000: { wall: 60 } },
  },
  {
    name: '检索索引，初次',
    of: (results) => phasesOf(results, 'cold', (name) => name === 'search'),
    asked: { 1000: { cpu: 15, peak: 1.5 * GB }, 10000: { cpu: 150, peak: 4 * GB } },
  },
  {
    name: '检索索引，没有变',
    of: (results) => phasesOf(results, 'unchanged', (name) => name === 'search'),
    asked: {},
  },
];

export function resultOf(results: readonly Result[], builder: Builder, task: Task): Result | null {
  return results.find((each) => each.builder === builder && each.task === task) ?? null;
}

/** All phases of one of our builds that are meant, together. */
export function phasesOf(results: readonly Result[], task: Task, isMeant: (name: string) => boolean): Cost | null {
  const phases = resultOf(results, 'ours', task)?.phases.filter(({ name }) => isMeant(name)) ?? [];
  return phases.length > 0 ? together(phases) : null;
}

function together(phases: readonly Phase[]): Cost {
  return {
    cpu: phases.reduce((sum, { cpu }) => sum + cpu, 0),
    wall: phases.reduce((sum, { wall }) => sum + wall, 0),
    peak: Math.max(...phases.map(({ peak }) => peak)),
  };
}

/** Whether all that is asked was reached. */
export function reaches(cost: Cost, limit: Limit): boolean {
  return (Object.keys(limit) as (keyof Cost)[]).every((key) => cost[key] <= (limit[key] ?? Number.POSITIVE_INFINITY));
}

export interface Ratio {
  name: string;
  ours: number;
  other: number;
  ratio: number;
  /** Whether it is what is asked. */
  isReached: boolean;
}

/** Pages, and speeches, a CPU second with search, beside Starlight; CPU seconds of an unchanged build, beside Eleventy. */
export function ratios(results: readonly Result[], documents: number): Ratio[] {
  const all = phasesOf(results, 'cold', (name) => name !== 'normalize')?.cpu;
  const starlight = resultOf(results, 'starlight', 'cold')?.cpu;
  const pages = (builder: Builder) => resultOf(results, builder, 'cold')?.pages;
  const atLeast = (name: string, made: (builder: Builder) => number | undefined): Ratio[] => {
    const [ours, other] = [per(made('ours'), all), per(made('starlight'), starlight)];
    return ratio(`每 CPU 秒的${name}，初次，连同检索：本站 ÷ Starlight，要求 ≥ 3`, ours, other, (value) => value >= 3);
  };
  return [
    ...atLeast('页数（HTML）', pages),
    ...atLeast('讲话篇数', () => documents),
    ...ratio(
      '没有变的构建，全部，CPU 秒：本站 ÷ Eleventy，要求 ≤ 3',
      resultOf(results, 'ours', 'unchanged')?.cpu,
      resultOf(results, 'eleventy', 'unchanged')?.cpu,
      (value) => value <= 3,
    ),
  ];
}

function per(amount: number | undefined, seconds: number | undefined): number | undefined {
  return amount === undefined || seconds === undefined ? undefined : amount / seconds;
}

/** None where one side was not measured. */
function ratio(
  name: string,
  ours: number | undefined,
  other: number | undefined,
  isMet: (ratio: number) => boolean,
): Ratio[] {
  if (ours === undefined || other === undefined) return [];
  return [{ name, ours, other, ratio: ours / other, isReached: isMet(ours / other) }];
}

export interface Slope {
  /** By size, as given. */
  values: number[];
  /** Seconds a document between neighbouring sizes, in milliseconds. */
  perDocument: number[];
  /** The largest distance from the straight line that fits best, relative to the value; 0.15 is 15 %. */
  deviation: number;
}

/** @param points documents and seconds, at least two, by size */
export function slope(points: readonly { documents: number; seconds: number }[]): Slope {
  const perDocument = points.slice(1).map(({ documents, seconds }, at) => {
    const before = points[at] as { documents: number; seconds: number };
    return (1000 * (seconds - before.seconds)) / (documents - before.documents);
  });
  const line = bestLine(points.map(({ documents, seconds }) => [documents, seconds]));
  const deviations = points.map(({ documents, seconds }) => Math.abs(line(documents) - seconds) / seconds);
  return { values: points.map(({ seconds }) => seconds), perDocument, deviation: Math.max(...deviations) };
}

/** The straight line with the least sum of squared distances, each relative to its value: a small library counts as much as a large one. */
function bestLine(points: readonly [x: number, y: number][]): (x: number) => number {
  const sum = (of: (x: number, y: number) => number) => points.reduce((total, [x, y]) => total + of(x, y) / (y * y), 0);
  const [one, x, y, xx, xy] = [sum(() => 1), sum((x) => x), sum((_, y) => y), sum((x) => x * x), sum((x, y) => x * y)];
  const rise = (one * xy - x * y) / (one * xx - x * x);
  const start = (y - rise * x) / one;
  return (at) => start + rise * at;
}
