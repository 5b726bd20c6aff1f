/** Paragraphs that stand beside the text, told apart from it. */
import type { Role } from '../../../src/text/speech.ts';
import { slice, trim } from '../passage.ts';
import { besideDay } from '../rules/head-lines.ts';
import { markerAt } from '../rules/markers.ts';
import { notesLabel } from '../rules/notes.ts';
import { dateline, roleRules } from '../rules/roles.ts';
import { bylineEnding } from '../rules/titles.ts';
import { anyFits } from '../rules/word-group.ts';
import { isDateLine } from './head-lines.ts';
import type { AsidePiece, Piece, TextPiece } from './pieces.ts';

/** How many paragraphs may stand before the one that a dateline leads. */
const DATELINE_REACH = 3;
/** Longest name or body that signs a text. */
const LONGEST_SIGNATURE = 30;

export function setAside(units: Piece[]): Piece[] {
  const lines = units.flatMap((unit, index) => (index < DATELINE_REACH ? withoutDateline(unit) : [unit]));
  const roles = lines.map((unit) => (unit.kind === 'text' ? roleOf(unit.passage.text) : null));
  for (const [index, unit] of lines.entries()) if (isNotesLabel(unit, lines[index + 1])) roles[index] = 'notes';
  for (const index of annexList(lines)) roles[index] = 'annexes';
  for (const index of signatures(lines)) roles[index] ??= 'signature';
  return lines.map((unit, index) => {
    const role = roles[index];
    return role && unit.kind === 'text' ? aside(unit, role) : unit;
  });
}

/** `附件：1.某某名单` and the lines that go on its numbers. */
function annexList(units: Piece[]): number[] {
  return units.flatMap((unit, first) => {
    if (unit.kind !== 'text' || !/^附件：\s{0,4}[1１][.．、]/u.test(unit.passage.text)) return [];
    const list = [first];
    for (let at = first + 1; numberOf(units[at]) === list.length + 1; at++) list.push(at);
    return list;
  });
}

function numberOf(unit: Piece | undefined): number | null {
  const marker = unit?.kind === 'text' ? markerAt(unit.passage.text, 0) : null;
  return marker?.kind === 'arabic' ? marker.ordinal : null;
}

function isNotesLabel(unit: Piece, next: Piece | undefined): boolean {
  return unit.kind === 'text' && next?.kind === 'note' && notesLabel.test(unit.passage.text);
}

function aside({ passage }: TextPiece, role: Role): AsidePiece {
  return { kind: 'aside', passage, role };
}

const isBeside = anyFits(roleRules.map(({ pattern }) => pattern));

function roleOf(text: string): Role | null {
  return isBeside(text) ? (roleRules.find(({ pattern }) => pattern.test(text))?.role ?? null) : null;
}

/** The dateline as a piece of its own, and the paragraph that it leads. */
function withoutDateline(unit: Piece): Piece[] {
  if (unit.kind !== 'text') return [unit];
  const length = dateline.pattern.exec(unit.passage.text)?.[0].length ?? 0;
  const words = trim(slice(unit.passage, 0, length));
  if (!isDateline(words.text)) return [unit];
  const rest = trim(slice(unit.passage, length));
  const first = { ...unit, passage: words };
  return rest.text === '' ? [aside(first, 'dateline')] : [aside(first, 'dateline'), { ...unit, passage: rest }];
}

/** `电` alone is a word of the text: a dateline names its source, its day or its writer. */
function isDateline(text: string): boolean {
  return /日(?:电|電|讯|訊)|^本(?:报|报)?(?:讯|訊)[（(]|(?:电|電|讯|訊)\s?[（(]/u.test(text);
}

/** Lines at the end of a text, or before its notes and annexes: who signs it, and on which day. */
function signatures(units: Piece[]): number[] {
  return units.flatMap((unit, index) => {
    if (unit.kind !== 'text' || !isDateLine(unit.passage.text) || !/\d|[〇零○]/u.test(unit.passage.text)) return [];
    const hour = isHour(units[index + 1]) ? [index + 1] : [];
    if (!ends(units[index + hour.length + 1])) return [];
    const names: number[] = [];
    for (let at = index - 1; at >= 0 && isSigner(units[at]) && names.length < 3; at--) names.unshift(at);
    return [...names, index, ...hour];
  });
}

/** Nothing follows but what stands beside the text: notes, an annex, to whom a paper goes. */
function ends(next: Piece | undefined): boolean {
  if (next?.kind !== 'text') return next?.kind !== 'table';
  const { text } = next.passage;
  return (
    ['distribution', 'editorial'].includes(roleOf(text) ?? '') ||
    notesLabel.test(text) ||
    /^(?:附件|附錄|附录|附表)(?:\s{0,2}[\d一二三四五六七八九十]{0,3}|[：:].{0,60})$/u.test(text)
  );
}

/** `香港時間11時15分`, under the day. */
function isHour(unit: Piece | undefined): boolean {
  return (
    unit?.kind === 'text' && /^\D{0,6}\d/u.test(unit.passage.text) && unit.passage.text.replace(besideDay, '') === ''
  );
}

/** A name, or a body in whose name a paper is issued; a short line with a mark in it is text. */
function isSigner(unit: Piece | undefined): boolean {
  if (unit?.kind !== 'text') return false;
  const { text } = unit.passage;
  if (text.length > LONGEST_SIGNATURE || /[。；！？，：、]/u.test(text) || markerAt(text, 0)) return false;
  return (
    bylineEnding.test(text) ||
    /^\p{Script=Han}(?:[\s　]{0,2}\p{Script=Han}){1,3}$/u.test(text) ||
    /[\s　]\p{Script=Han}[\s　]?\p{Script=Han}{1,2}$/u.test(text)
  );
}
