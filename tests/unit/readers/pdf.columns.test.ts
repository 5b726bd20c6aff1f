import { expect, test } from 'vitest';
import { readPdf } from '../../../scripts/normalize/readers/pdf.ts';
import { type Put, pdf } from '../../support/pdf.ts';

const put = (lines: string[], x: number): Put[] => lines.map((text, at) => ({ text, x, y: 120 + 25 * at, size: 15 }));
const numbers = Array.from({ length: 10 }, (_, at) => at);
const textOf = async (puts: Put[]) => (await readPdf(pdf([puts]), 'a.pdf')).text;

test('two columns of text are read one after the other, and a line across both before them', async () => {
  const title: Put = { text: '关于粮食流通工作几个问题的进一步说明和几点补充意见', x: 80, y: 80, size: 15 };
  const left = put(
    numbers.map((at) => `左栏第${at}行各镇街要算好这本账`),
    60,
  );
  const right = put(
    numbers.map((at) => `右栏第${at}行不能只算投入不算心`),
    320,
  );
  const text = await textOf([...right, ...left, title]);
  const order = [...text.matchAll(/关于|[左右]栏第\d/gu)].map(([found]) => found);
  expect(order).toEqual(['关于', ...numbers.map((at) => `左栏第${at}`), ...numbers.map((at) => `右栏第${at}`)]);
});

test('a table of two columns is read row by row', async () => {
  const names = [
    '老街',
    '新区街道办事处',
    '云溪',
    '河口村民委员会',
    '山前',
    '水库',
    '城关镇',
    '东门社区',
    '西门',
    '北站',
  ];
  const cells = names.map((name, at) => `${name}每天就餐${'很'.repeat(at % 5)}多`);
  const text = await textOf([...put(names, 60), ...put(cells, 320)]);
  for (const [at, name] of names.entries()) expect(text).toMatch(new RegExp(`${name}\\s*${cells[at]}`, 'u'));
});
