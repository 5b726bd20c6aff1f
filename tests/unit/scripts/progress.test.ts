import { expect, test } from 'vitest';
import { pacedProgress } from '../../../scripts/lib/progress.ts';

/** What is written while a thousand steps are made, one each so many milliseconds. */
function written(isTTY: boolean, milliseconds: number): string[] {
  const texts: string[] = [];
  let now = 0;
  const bar = pacedProgress({ isTTY, write: (text) => texts.push(text) }, () => now);
  for (let done = 1; done <= 1000; done++) {
    now += milliseconds;
    bar.step(done, 1000, `${done}.txt`);
  }
  return texts;
}

test('elsewhere a line each tenth of the way, or each five seconds, and the last', () => {
  expect(written(false, 1).map((text) => text.split(' ')[0])).toEqual(
    [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000].map((done) => `${done}/1000`),
  );
  expect(
    written(false, 500)
      .slice(0, 3)
      .map((text) => text.split('/')[0]),
  ).toEqual(['10', '20', '30']);
});

test('on a terminal a picture each tenth of a second', () => {
  expect(written(true, 10).filter((text) => text.startsWith('['))).toHaveLength(100);
});
