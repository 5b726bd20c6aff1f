/** The colours of the site against each other, as WCAG 2.2 measures contrast. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/root.ts';
import { colours } from '../../../scripts/previews/picture.ts';
import { seal } from '../../../src/data/wordmark.ts';

const css = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');

/** Colours declared in the first rule that begins with this. */
function declared(selector: string): Record<string, string> {
  const from = css.indexOf(selector);
  const rule = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries([...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((left, right) => right - left) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const light = declared(':root {');
const dark = declared(':root[data-theme="dark"] {');

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, colour) => {
  const of = (name: string) => colour[name] ?? '';

  test.each(['paper', 'paper-raised', 'mark', 'seal-soft'])('text on %s reaches 7:1', (ground) => {
    if (ground === 'mark') expect(contrast(of('ink'), of(ground))).toBeGreaterThanOrEqual(4.5);
    else expect(contrast(of('ink'), of(ground))).toBeGreaterThanOrEqual(7);
  });

  test.each(['ink-soft', 'ink-faint', 'seal'])('%s reaches 4.5:1 on both papers', (name) => {
    for (const ground of ['paper', 'paper-raised']) expect(contrast(of(name), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test('words on the seal reach 4.5:1; the frames of fields and the focus ring 3:1', () => {
    expect(contrast(of('on-seal'), of('seal-fill'))).toBeGreaterThanOrEqual(4.5);
    for (const name of ['rule-strong', 'focus']) expect(contrast(of(name), of('paper'))).toBeGreaterThanOrEqual(3);
  });
});

test('the dark colours are the same whether the system or the reader asks for them', () => {
  expect(declared(':root:not([data-theme="light"]) {')).toEqual(dark);
  expect(Object.keys(dark)).toEqual(Object.keys(light));
});

test('the pictures wear the light colours, and the icon is the seal', () => {
  const { paper, raised, ink, soft, rule, seal: red, onSeal } = colours;
  expect([paper, raised, ink, soft, rule, red, onSeal]).toEqual(
    ['paper', 'paper-raised', 'ink', 'ink-soft', 'rule-strong', 'seal', 'on-seal'].map((name) => light[name]),
  );
  const favicon = readFileSync(join(root, 'public/favicon.svg'), 'utf8');
  for (const part of [seal.strokes, red, onSeal]) expect(favicon).toContain(part);
});
