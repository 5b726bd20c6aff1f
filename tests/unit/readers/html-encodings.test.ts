import { expect, test } from 'vitest';
import { decode } from '../../../scripts/normalize/readers/decode.ts';
import { read } from '../../../scripts/normalize/readers/index.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, big = false) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), !big);
  return new Uint8Array(view.buffer);
};
/** `发展是第一要务，我们要加快推进改革开放。` in GB 18030, and `發展是第一要務，我們要加快推進改革開放。` in Big5. */
const GB = Uint8Array.from(
  Buffer.from('b7a2d5b9cac7b5dad2bbd2aacef1a3acced2c3c7d2aabcd3bfeccdc6bdf8b8c4b8efbfaab7c5a1a3', 'hex'),
);
const BIG5 = Uint8Array.from(
  Buffer.from('b56fae69ac4fb2c4a440ad6eb0c8a141a7daadccad6ea55ba7d6b1c0b669a7efadb2b67da9f1a143', 'hex'),
);

test('GB 18030 and Big5 are told apart', () => {
  expect(decode(GB, 'x')).toEqual({ encoding: 'gb18030', text: '发展是第一要务，我们要加快推进改革开放。' });
  expect(decode(BIG5, 'x')).toEqual({ encoding: 'big5', text: '發展是第一要務，我們要加快推進改革開放。' });
});

test('UTF-16, with and without a byte order mark', () => {
  const text = '同志们：\n我们要推进改革。';
  expect(decode(Uint8Array.from([0xff, 0xfe, ...utf16(text)]), 'x')).toEqual({ encoding: 'utf-16le', text });
  expect(decode(Uint8Array.from([0xfe, 0xff, ...utf16(text, true)]), 'x')).toEqual({ encoding: 'utf-16be', text });
  expect(decode(utf16(text), 'x')).toEqual({ encoding: 'utf-16le', text });
  expect(decode(utf16(text, true), 'x')).toEqual({ encoding: 'utf-16be', text });
});

test('UTF-8 with a byte order mark, with a zero, and cut in the middle of a character', () => {
  const text = '我们要推进改革。';
  expect(decode(utf8(`\ufeff${text}`), 'x')).toEqual({ encoding: 'utf-8', text });
  expect(decode(utf8(`${text}\0${text}`), 'x')).toEqual({ encoding: 'utf-8', text: `${text}\0${text}` });
  expect(decode(utf8(text).subarray(0, -1), 'x')).toEqual({ encoding: 'utf-8', text: '我们要推进改革\ufffd' });
});

test.each([
  ['<meta charset="gb2312">', 'gb18030'],
  ["<META http-equiv=Content-Type content='text/html; charset=GBK'>", 'gb18030'],
  ['<meta charset=utf-8>', 'gb18030'],
  ['<meta charset=nonsense>', 'gb18030'],
  ['<meta charset="utf-16">', 'gb18030'],
])('%s', async (meta, encoding) => {
  const page = await read({ path: 'x', bytes: Uint8Array.from([...utf8(`<html><head>${meta}</head><p>`), ...GB]) });
  expect(page).toMatchObject({ format: 'html', encoding, text: '发展是第一要务，我们要加快推进改革开放。\n' });
});

test('a declaration decides where the bytes allow more than one reading', () => {
  const page = Uint8Array.from([...utf8('<meta charset="big5"><p>'), 0xa4, 0xa4, 0xa4, 0xe5]);
  expect(decode(page, 'x').text).toBe('<meta charset="big5"><p>中文');
});

test.each([
  ['nothing', bytes(), /x\.txt 是空文件/],
  ['a binary file', bytes(0x89, 0x50, 0, 0, 1, 2, 0xff, 0xd9), /x\.txt 不是文本文件/],
  ['no Chinese', utf8('English'), /x\.txt 里没有中文/],
  [
    'a damaged file',
    utf8('我们要推进改革。'.repeat(9)).map((byte, at) => (at % 12 === 4 ? 0xff : byte)),
    /x\.txt .*(?:编码受损|不是文本)/,
  ],
])('%s', (_, content, message) => {
  expect(() => decode(content, 'x.txt')).toThrow(message);
});

test('a page whose text a script would load says so', async () => {
  const source = {
    path: 'x.html',
    bytes: utf8('<html><title>讲话</title><body><script>load("中文")</script></body></html>'),
  };
  await expect(read(source)).rejects.toThrow(/x\.html 是网页，但看得见的部分没有中文/);
});
