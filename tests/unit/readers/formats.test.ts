import { expect, test } from 'vitest';
import { read } from '../../../scripts/normalize/readers/index.ts';
import { SourceError } from '../../../scripts/normalize/types.ts';

const compound = (stream: string) =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(4000), ...Buffer.from(stream, 'utf16le')]);

test.each([
  ['EncryptedPackage', /加密的 Word 文件.*去掉密码/],
  ['WordDocument', /旧版 Word.*另存为 \.docx/],
])('an Office container with %s says what to do', async (stream, message) => {
  const reading = read({ path: 'a.docx', bytes: compound(stream) });
  await expect(reading).rejects.toThrow(SourceError);
  await expect(reading).rejects.toThrow(message);
});
