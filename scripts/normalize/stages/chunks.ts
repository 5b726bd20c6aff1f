/** Numbers that a share site puts before each chunk of a text, and its file name glued to the first. */
import { slice, sourceRange, trim } from '../passage.ts';
import { salutation, titleEnding } from '../rules/titles.ts';
import type { Removal, Step } from '../types.ts';
import type { Piece, TextPiece } from './pieces.ts';

const NUMBER = /^(\d{1,3})、/;
/** Chunks are long; a list of short numbered points is the author's. */
const MEAN_LENGTH = 100;

export function unchunk(pieces: Piece[], fileNames: string[]): Step<Piece[]> {
  const removals: Removal[] = [];
  const chunks = new Map(findChunks(pieces).map((piece, position) => [piece as Piece, position]));
  const value = pieces.map((piece): Piece => {
    if (piece.kind !== 'text') return piece;
    const position = chunks.get(piece) ?? -1;
    const number = position >= 0 ? (NUMBER.exec(piece.passage.text)?.[0].length ?? 0) : 0;
    const name = gluedFileName(piece.passage.text, number, fileNames);
    if (number + name === 0) return piece;
    removals.push({
      ...sourceRange(piece.passage, 0, number + name),
      rule: name > 0 ? 'glued-file-name' : 'chunk-number',
      reason: name > 0 ? '分享网站的分段序号与文件名' : '分享网站的分段序号，不是原文的编号',
    });
    return { ...piece, passage: trim(slice(piece.passage, number + name)), continues: position > 0 };
  });
  return { value, removals, notes: [] };
}

/** Neighbouring long lines numbered 1、2、3、… most of which break off in mid sentence. */
function findChunks(pieces: Piece[]): TextPiece[] {
  const run: TextPiece[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'text') continue;
    const number = Number(NUMBER.exec(piece.passage.text)?.[1] ?? 0);
    if (number === run.length + 1) run.push(piece);
    else if (run.length > 0) break;
  }
  if (run.length < 3) return [];
  const length = run.reduce((sum, { passage }) => sum + passage.text.length, 0);
  const broken = run.slice(0, -1).filter(({ passage }) => !/[。！？”]$/u.test(passage.text));
  return length / run.length >= MEAN_LENGTH && broken.length * 2 >= run.length - 1 ? run : [];
}

/** Length of a file name that stands before the real title, which reaches to the salutation; 0 if the name is the title. */
function gluedFileName(text: string, at: number, fileNames: string[]): number {
  const name = fileNames.find((each) => text.startsWith(each, at));
  if (!name) return 0;
  const rest = text.slice(at + name.length, at + name.length + 120).trim();
  for (let end = 6; end < rest.length; end++) {
    if (titleEnding(rest.slice(0, end)) && salutation.test(rest.slice(end))) return name.length;
  }
  return 0;
}
