import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { follow } from '../../../scripts/dev/plan.ts';

test('a changed plan makes the pages anew and reloads the browser; another file does not', () => {
  const done: string[] = [];
  const watcher = Object.assign(new EventEmitter(), { add: (path: string) => done.push(`watches ${path}`) });
  const environment = { moduleGraph: { invalidateAll: () => done.push('anew') } };
  const ws = { send: ({ type }: { type: string }) => done.push(type) };
  follow('/plan', { watcher, environments: { ssr: environment }, ws } as never);
  watcher.emit('all', 'change', '/other');
  watcher.emit('all', 'add', '/plan');
  expect(done).toEqual(['watches /plan', 'anew', 'full-reload']);
});
