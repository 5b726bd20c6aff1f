import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeTurn } from '../../../scripts/lib/turn.ts';

let root: string;
let path: string;
const soon = { look: 1, silence: 20 };
const nobody = () => expect.unreachable();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'turn-'));
  path = join(root, 'cache/turn.pid');
  mkdirSync(join(root, 'cache'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('the second waits for the first, and is told for whom', async () => {
  const order: string[] = [];
  const first = await takeTurn(path, nobody);
  const second = takeTurn(
    path,
    (pid) => {
      order.push(`waits for ${pid}`);
      first.end();
    },
    { look: 1, silence: 60_000 },
  );
  (await second).end();
  expect(order).toEqual([`waits for ${process.pid}`]);
  expect(existsSync(path)).toBe(false);
});

test.each([
  ['of a dead process', '4194305', 4194305],
  ['of an earlier process that had our id', String(process.pid), process.pid],
])('a file %s is no hindrance', async (_, content, dead) => {
  writeFileSync(path, content);
  const turn = await takeTurn(path, nobody);
  expect(turn.dead).toBe(dead);
  turn.end();
});

test('a holder that gives no sign of life is dead, though another process has its id now', async () => {
  writeFileSync(path, '1');
  const turn = await takeTurn(path, () => {}, soon);
  expect(turn.dead).toBe(1);
  turn.end();
});

test('of many at once each has it alone', async () => {
  writeFileSync(path, '4194305');
  let inside = 0;
  const visit = async () => {
    const turn = await takeTurn(path, () => {}, { look: 1, silence: 60_000 });
    expect(++inside).toBe(1);
    await Promise.resolve();
    inside--;
    turn.end();
  };
  await Promise.all(Array.from({ length: 8 }, visit));
});
