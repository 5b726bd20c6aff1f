/** What must hold of every comparison, read off its HTML alone. */
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect } from 'vitest';
import { splitLines } from '../../scripts/normalize/lines.ts';
import { compare } from '../../src/source/comparison.ts';
import { changeKinds } from '../../src/source/kinds.ts';
import { type Account, publishedText } from '../../src/text/account.ts';
import { type Speech, textBlocks } from '../../src/text/speech.ts';

export interface Change {
  kind: string;
  /** From 1, in the order of the account. */
  number: number;
  /** All pieces of it together. */
  text: string;
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

export function elementsOf(node: Nodes): Element[] {
  const below = 'children' in node ? node.children.flatMap((child) => elementsOf(child as Nodes)) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

/** The changes marked below a node, each once. */
export function changesOf(node: Nodes): Change[] {
  const changes = new Map<number, Change>();
  for (const element of elementsOf(node)) {
    const number = Number(element.properties.dataC);
    if (!number) continue;
    const kind = String((element.properties.className as string[])[0]);
    const known = changes.get(number) ?? { kind, number, text: '' };
    expect(kind).toBe(known.kind);
    changes.set(number, { ...known, text: known.text + textOf(element) });
  }
  return [...changes.values()];
}

/** HTML can't hold a null: its picture stands in. */
const pictured = (text: string) => text.replaceAll('\0', '␀');

/** Each edit is marked with its own characters: at the left what it took, at the right what it put there. */
export function expectChanges(copy: Nodes, text: Nodes, edits: Account['edits']): void {
  const kindOf = (edit: Account['edits'][number]) => changeKinds.find(({ is }) => is(edit))?.id;
  const told = edits.map((edit, index) => ({ edit, kind: kindOf(edit), number: index + 1 }));
  expect(changesOf(copy)).toEqual(
    told.map(({ edit, kind, number }) => ({ kind, number, text: edit.kind === 'insert' ? '' : pictured(edit.text) })),
  );
  expect(changesOf(text)).toEqual(
    told
      .filter(({ edit }) => edit.kind === 'insert' || edit.kind === 'replace')
      .map(({ edit, kind, number }) => ({ kind, number, text: edit.kind === 'insert' ? edit.text : edit.with })),
  );
}

export function expectWhole(speech: Speech, account: Account, source: string): void {
  const { rows, signs } = compare(speech, account, new TextEncoder().encode(source));
  const copy = fromHtml(rows.map((row) => row.copy).join(''), { fragment: true });
  const text = fromHtml(rows.map((row) => row.text).join(''), { fragment: true });
  expect(textOf(copy)).toBe(pictured(source));
  expect(textOf(text)).toBe(publishedText(speech));
  expectChanges(copy, text, account.edits);

  const shown = rows.filter(({ block }) => block).map(({ block }) => block);
  expect(shown).toEqual(speech.blocks);
  const texts = rows.filter(({ block }) => block && block.kind !== 'omission');
  expect(texts.map((row) => textOf(fromHtml(row.text, { fragment: true })).replace(/\n$/, ''))).toEqual(
    textBlocks(speech).map((block) => block.text),
  );
  const lines = elementsOf(copy).filter(({ properties }) => properties.id);
  expect(lines.map(({ properties }) => properties.id)).toEqual(
    source === '' ? [] : splitLines(source).map(({ number }) => `L${number}`),
  );
  const changes = signs.filter(({ id }) => changeKinds.some((kind) => kind.id === id));
  expect(changes.reduce((sum, { count }) => sum + count, 0)).toBe(account.edits.length);
  for (const { count, causes } of signs) expect(causes.reduce((sum, cause) => sum + cause.count, 0)).toBe(count);
}
