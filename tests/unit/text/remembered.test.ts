import { expect, test, vi } from 'vitest';
import { lastOnly, onceEach } from '../../../src/text/remembered.ts';

test('the last answer alone is kept', () => {
  const read = vi.fn((id: string) => ({ id }));
  const reading = lastOnly(read);
  expect(reading('a')).toBe(reading('a'));
  expect(read).toHaveBeenCalledTimes(1);
  expect(reading('b')).toEqual({ id: 'b' });
  expect(reading('a')).toEqual({ id: 'a' });
  expect(read).toHaveBeenCalledTimes(3);
});

test('what throws is tried again', () => {
  const reading = lastOnly((id: string) => {
    throw new Error(id);
  });
  expect(() => reading('a')).toThrow('a');
  expect(() => reading('a')).toThrow('a');
});

test('each value is worked on once, an equal one too', () => {
  const work = vi.fn(({ id }: { id: string }) => (id === 'none' ? undefined : id));
  const [one, equal, none] = [{ id: 'a' }, { id: 'a' }, { id: 'none' }];
  const once = onceEach(work);
  expect([once(one), once(equal), once(one), once(none), once(none)]).toEqual(['a', 'a', 'a', undefined, undefined]);
  expect(work).toHaveBeenCalledTimes(3);
});
