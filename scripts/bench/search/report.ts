/** The figures of a measurement as a table: a row a figure, a column a search. */
import { columns, pad } from '../../lib/columns.ts';
import type { Completed, First, Judged } from './measure.ts';
import { type Class, classes } from './queries.ts';
import { quantile, share } from './statistics.ts';
import type { Usage } from './usage.ts';

export interface Measured {
  name: string;
  index: { bytes: number; files: number };
  /** null where the machine does not tell. */
  build: Usage | null;
  first: First[];
  judged: Judged;
}

type Row = [name: string, ...values: string[]];

export function report(all: readonly Measured[]): string {
  const row = (name: string, value: (measured: Measured) => string): Row => [name, ...all.map(value)];
  const firsts = (name: string, of: (each: First) => boolean): Row[] => [
    row(`${name}，字节`, ({ first }) => spread(first.filter(of).map(({ bytes }) => bytes))),
    row(`${name}，请求`, ({ first }) => spread(first.filter(of).map(({ requests }) => requests))),
    row(`${name}，毫秒`, ({ first }) => spread(first.filter(of).map(({ milliseconds }) => milliseconds))),
  ];
  const present = ({ query }: First | Completed) => query.class !== '没有';
  const finished = (of: (each: Completed) => boolean) => (measured: Measured) =>
    spread(measured.judged.completed.filter(of).map(({ milliseconds }) => milliseconds));
  return table([
    ['', ...all.map(({ name }) => name)],
    row('查全率、查准率，按篇', ({ judged: { byDocument } }) => rates(byDocument)),
    row('查全率、查准率，按处', ({ judged: { byCount } }) => (byCount ? rates(byCount) : '—')),
    row('结果有出入的查询', ({ judged: { byDocument, byCount } }) => String((byCount ?? byDocument).different)),
    row('索引，字节', ({ index }) => grouped(index.bytes)),
    row('索引，文件', ({ index }) => grouped(index.files)),
    row('构建，CPU 秒', ({ build }) => (build ? build.cpu.toFixed(1) : '—')),
    row('构建，内存峰值 MB', ({ build }) => (build ? grouped(build.peak / 1e6) : '—')),
    ...firsts('首次查询，前十条', (each) => each.cold && present(each)),
    ...firsts('以后的查询，前十条', (each) => !each.cold && present(each)),
    ...classes.flatMap((name) => firsts(`　其中${name}的`, (each) => !each.cold && each.query.class === name)),
    row('查完，毫秒', finished(present)),
    ...classes.map((name: Class) =>
      row(
        `　其中${name}的`,
        finished(({ query }) => query.class === name),
      ),
    ),
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
