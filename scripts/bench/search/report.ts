/** The figures of a measurement as tables: a row a figure, a column a search. */
import { columns, pad } from '../../lib/columns.ts';
import type { Completed, First, Judged } from './measure.ts';
import { classes } from './queries.ts';
import { quantile, share } from './statistics.ts';
import type { Usage } from './usage.ts';

export interface Measured {
  name: string;
  index: { bytes: number; files: number };
  /** null where the machine does not tell. */
  build: Usage | null;
  first: First[];
}

export interface MeasuredWhole {
  name: string;
  /** Nothing loaded before. */
  cold: Completed[];
  judged: Judged;
}

type Row = [name: string, ...values: string[]];

/** What the index takes, and the first ten results. */
export function reportFirst(all: readonly Measured[]): string {
  const row = (name: string, value: (measured: Measured) => string): Row => [name, ...all.map(value)];
  const spreads = (name: string, of: (each: First) => boolean, value: (each: First) => number): Row =>
    row(name, ({ first }) => spread(first.filter(of).map(value)));
  const firsts = (name: string, of: (each: First) => boolean): Row[] => [
    spreads(`${name}，字节`, of, ({ bytes }) => bytes),
    spreads(`${name}，请求`, of, ({ requests }) => requests),
    spreads(`${name}，毫秒`, of, ({ milliseconds }) => milliseconds),
  ];
  const cold = ({ page, query }: First) => page !== null && query.class !== '没有';
  const later = ({ page, query }: First) => page === null && query.class !== '没有';
  return table([
    ['', ...all.map(({ name }) => name)],
    row('索引，字节', ({ index }) => grouped(index.bytes)),
    row('索引，文件', ({ index }) => grouped(index.files)),
    row('构建，CPU 秒', ({ build }) => (build ? build.cpu.toFixed(1) : '—')),
    row('构建，内存峰值 MB', ({ build }) => (build ? grouped(build.peak / 1e6) : '—')),
    spreads('打开检索页，脚本与样式，字节', cold, ({ page }) => page?.bytes ?? 0),
    ...firsts('首次查询，引擎与数据，前十条', cold),
    spreads('首次查询，连同打开检索页，字节', cold, ({ bytes, page }) => bytes + (page?.bytes ?? 0)),
    ...firsts('以后的查询，前十条', later),
    ...classes.flatMap((name) => firsts(`　其中${name}的`, ({ page, query }) => page === null && query.class === name)),
  ]);
}

/** Whether the completed counts are right, and how long they take. */
export function reportWhole(all: readonly MeasuredWhole[]): string {
  const row = (name: string, value: (measured: MeasuredWhole) => string): Row => [name, ...all.map(value)];
  const times = (name: string, of: (measured: MeasuredWhole) => Completed[]): Row[] =>
    classes.map((each) =>
      row(`${name}，${each}的，毫秒`, (measured) => {
        const values = of(measured).filter(({ query }) => query.class === each);
        return `${spread(values.map(({ milliseconds }) => milliseconds))}（${values.length}）`;
      }),
    );
  return table([
    ['', ...all.map(({ name }) => name)],
    row('查全率、查准率，按篇', ({ judged: { byDocument } }) => rates(byDocument)),
    row('查全率、查准率，按处', ({ judged: { byCount } }) => (byCount ? rates(byCount) : '—')),
    row('结果有出入的查询', ({ judged: { byDocument, byCount } }) => String((byCount ?? byDocument).different)),
    ...times('从头查完', ({ cold }) => cold),
    ...times('原文已在手时查完', ({ judged }) => judged.completed),
  ]);
}

/** Median and 95th percentile. */
function spread(values: number[]): string {
  if (values.length === 0) return '—';
  return `${grouped(quantile(values, 0.5))} / ${grouped(quantile(values, 0.95))}`;
}

function rates({ recall, precision }: { recall: number; precision: number }): string {
  return `${share(recall)}、${share(precision)}`;
}

function grouped(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function table(rows: Row[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => columns(row[at] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => pad(cell, widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
