import { expect, test } from 'vitest';
import { bySpeech } from '../../../scripts/build/speech-by-speech.ts';

const paths = (...pathnames: string[]) => pathnames.map((pathname) => ({ pathname }));

test('the pages of a speech are made in a row, all else in its place', () => {
  const given = ['/', '/speeches/', '/speeches/a-1/', '/speeches/b/', '/docs/', '/speeches/a-1/source/', '/topics/b/'];
  expect(bySpeech(paths(...given)).map(({ pathname }) => pathname)).toEqual([
    ...['/', '/speeches/', '/speeches/a-1/', '/speeches/a-1/source/', '/speeches/b/', '/docs/', '/topics/b/'],
  ]);
});
