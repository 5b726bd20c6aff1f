/** The state of one source for those who look after the library, worked out from its account and its speech. */
import { type Account, publishedText, rebuildSource } from '../text/account.ts';
import type { Meta, Speech } from '../text/speech.ts';
import { explain, type Severity } from './finding-kinds.ts';

type Finding = Account['findings'][number];

/** Characters of the copy that are shown before, inside and after a place. */
const AROUND = 18;
const INSIDE = 60;

/** A finding that a person has to decide on, with the words it stands in. */
export interface Doubt {
  code: string;
  severity: Severity;
  line: number;
  what: string;
  why: string;
  todo: string;
  /** Of the same line of the copy; `place` is empty where something is missing. */
  excerpt: { before: string; place: string; after: string };
}

/** Findings of one code. */
export interface Group {
  code: string;
  severity: Severity;
  count: number;
  firstLine: number;
  lastLine: number;
  what: string;
  why: string;
}

export interface SourceState {
  meta: Pick<Meta, 'id' | 'title' | 'titleDerived' | 'completeness'>;
  /** The copy, e.g. `sources/iot-industry-cluster.txt`. */
  source: string;
  edits: number;
  counts: Record<Severity, number>;
  /** Errors and warnings, the errors first, each kind in the order of the copy. */
  doubts: Doubt[];
  /** What only informs, one entry a code, in the order of the copy. */
  notes: Group[];
}

export function sourceState(speech: Speech, account: Account): SourceState {
  const { source, edits, findings } = account;
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity);
  const urgent = [...of('error'), ...of('warning')];
  const text = urgent.length > 0 ? Array.from(rebuildSource(publishedText(speech), edits)) : [];
  const { id, title, titleDerived, completeness } = speech.meta;
  return {
    meta: { id, title, titleDerived, completeness },
    source,
    edits: edits.length,
    counts: { error: of('error').length, warning: of('warning').length, info: of('info').length },
    doubts: urgent.map((finding) => doubt(finding, text)),
    notes: groups(of('info')),
  };
}

function doubt(finding: Finding, text: string[]): Doubt {
  const { code, severity, lines, at } = finding;
  return { code, severity, line: lines[0], ...explain(finding), excerpt: excerpt(text, ...at) };
}

/** The line around `[from, to)`, in code points of the text, shortened. */
function excerpt(text: string[], from: number, to: number): Doubt['excerpt'] {
  const start = from === 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1;
  const feed = text.indexOf('\n', from);
  const lineEnd = feed < 0 ? text.length : feed;
  const last = Math.min(to, lineEnd);
  const place = text.slice(from, last);
  const before = text.slice(Math.max(start, from - AROUND), from).join('');
  const after = text.slice(last, Math.min(lineEnd, last + AROUND)).join('');
  return {
    before: (start < from - AROUND ? '…' : '') + before,
    place: place.length > INSIDE ? `${place.slice(0, INSIDE).join('')}…` : place.join(''),
    after: after + (lineEnd > last + AROUND ? '…' : ''),
  };
}

/** One entry a code; those that say different things give the words of the first. */
export function groups(findings: readonly Finding[]): Group[] {
  const byCode = Map.groupBy(findings, ({ code }) => code);
  return [...byCode].map(([code, list]) => {
    const [first] = list as [Finding];
    const { what, why } = explain(first);
    const lines = list.map((each) => each.lines[0]);
    return {
      code,
      severity: first.severity,
      count: list.length,
      firstLine: Math.min(...lines),
      lastLine: Math.max(...lines),
      what,
      why,
    };
  });
}

/** Those that need a person come first, those with the most doubts before the others; else by id. */
export function compareStates(a: SourceState, b: SourceState): number {
  const [left, right] = [a, b].map(({ counts }) => [counts.error, counts.warning]) as [number[], number[]];
  const graver = (right[0] ?? 0) - (left[0] ?? 0) || (right[1] ?? 0) - (left[1] ?? 0);
  return graver || (a.meta.id < b.meta.id ? -1 : 1);
}

export interface CodeTotal {
  code: string;
  severity: Severity;
  /** How many findings there are in all, and in how many sources. */
  findings: number;
  sources: number;
}

const gravity: Severity[] = ['error', 'warning', 'info'];

/** All codes of the library, the gravest and then the most frequent first. */
export function codeTotals(states: readonly SourceState[]): CodeTotal[] {
  const totals = new Map<string, CodeTotal>();
  for (const { doubts, notes } of states) {
    const here = new Set<string>();
    for (const { code, severity, count } of [...doubts.map((each) => ({ ...each, count: 1 })), ...notes]) {
      const total = totals.get(code) ?? { code, severity, findings: 0, sources: 0 };
      totals.set(code, total);
      total.findings += count;
      if (!here.has(code)) total.sources++;
      here.add(code);
    }
  }
  return [...totals.values()].sort(
    (a, b) =>
      gravity.indexOf(a.severity) - gravity.indexOf(b.severity) ||
      b.findings - a.findings ||
      (a.code < b.code ? -1 : 1),
  );
}
