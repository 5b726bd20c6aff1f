import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shapes } from '../../../scripts/bench/hostile.ts';
import { root } from '../../../scripts/lib/root.ts';
import { normalize } from '../../../scripts/normalize/index.ts';

test('the benchmark prints size, speeds, memory and a line for each shape of text', () => {
  const args = [join(root, 'scripts/bench-normalize.ts'), '--documents', '3', '--largest', '0.002'];
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8' });
  expect(printed).toMatch(/^3 份，\d\.\d MB，平均 \d+ 字\n/);
  expect(printed).toMatch(/读成各块与发现：.*每核 [\d.]+ MB\/s\n.*MDX：.*每核 [\d.]+ MB\/s\n内存峰值：\d+ MB\n/);
  for (const { name } of shapes) expect(printed).toContain(`  ${name}`);
});

test('a hundred thousand and more of anything exhaust no stack', async () => {
  for (const unit of ['发展\n', '&amp;', '（省略9字）', '1、发展\n', '一、发展。\n']) {
    const bytes = new TextEncoder().encode(`文${unit.repeat(130_000)}`);
    await expect(normalize({ path: 'a.txt', bytes }, null, '0'.repeat(64))).resolves.toBeDefined();
  }
});
