import { expect, test } from 'vitest';
import { Laps, type Reading } from '../../../scripts/lib/laps.ts';

test('each phase has what was used since the one before it', () => {
  const readings = [
    { cpu: 2, at: 3000 },
    { cpu: 2.5, at: 3500 },
  ];
  const laps = new Laps(() => readings.shift() as Reading, { cpu: 0.5, at: 1000 });
  laps.end('pages');
  laps.end('search');
  expect(laps.laps).toEqual([
    { name: 'pages', cpu: 1.5, wall: 2, ended: 3000 },
    { name: 'search', cpu: 0.5, wall: 0.5, ended: 3500 },
  ]);
});

test('work of this process is seen', () => {
  const laps = new Laps();
  laps.end('start');
  const before = process.cpuUsage();
  while (process.cpuUsage(before).user < 50_000);
  laps.end('work');
  expect(laps.laps[1]?.cpu).toBeGreaterThanOrEqual(0.05);
});
