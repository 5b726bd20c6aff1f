/** Texts that no speech looks like, of any size: what takes more than its share of time with one of them is no linear rule. */
import { Random } from './random.ts';
import { syntheticSpeech } from './synthetic.ts';

/** `size` in bytes of UTF-8, more or less; every text begins with Chinese so that it is one. */
export const shapes: { name: string; make: (size: number) => string }[] = [
  { name: '正常，全文一行', make: (size) => syntheticSpeech(new Random(1), size / 3, 'one line') },
  { name: '正常，按版面断行', make: (size) => syntheticSpeech(new Random(1), size / 3, 'hard-wrapped') },
  { name: '一行没有标点', make: (size) => fill('发展', size) },
  { name: '只有数字', make: (size) => fill('1', size) },
  { name: '只有半角括号', make: (size) => fill('()', size) },
  { name: '只有半角左括号', make: (size) => fill('(', size) },
  { name: '只有“（”', make: (size) => fill('（', size) },
  { name: '只有“*”', make: (size) => fill('*', size) },
  { name: '只有“×”和字', make: (size) => fill('×市', size) },
  { name: '只有空格', make: (size) => fill(' ', size) },
  { name: '只有全角空格', make: (size) => fill('　', size) },
  { name: '只有换行', make: (size) => fill('\n', size) },
  { name: '只有“一是”', make: (size) => fill('一是', size) },
  { name: '一行一个“一是”', make: (size) => fill('一是发展\n', size) },
  { name: '只有“一是发。”', make: (size) => fill('一是发。', size) },
  { name: '一行一个“一是发展。……”', make: (size) => fill('一是发展。要加快推进各项工作落到实处\n', size) },
  { name: '只有“一、”', make: (size) => fill('一、', size) },
  { name: '只有“、”', make: (size) => fill('、', size) },
  { name: '只有“。”', make: (size) => fill('。', size) },
  { name: '只有“1、”的行', make: (size) => fill('1、发展\n', size) },
  { name: '只有短行', make: (size) => fill('发展产业\n', size) },
  { name: '只有目录', make: (size) => `目录\n${fill('一、发展\n', size)}` },
  { name: '目录与正文各说各的', make: (size) => contents(size) },
  { name: '标题与省略说明相间', make: (size) => fill('一、发展\n（省略9字）\n', size) },
  { name: '只有“附件：某某方案”', make: (size) => fill('附件：某某方案\n', size) },
  { name: '只有页码', make: (size) => numbers(size) },
  { name: '只有“附件”', make: (size) => fill('附件\n', size) },
  { name: '只有位置导航', make: (size) => fill('首页\n>\n', size) },
  { name: '只有省略说明', make: (size) => fill('（省略9字）', size) },
  { name: '没有完的省略说明', make: (size) => fill('……（省略', size) },
  { name: '只有网页代码', make: (size) => fill('&amp;', size) },
  { name: '只有地名', make: (size) => fill('金华市', size) },
  { name: '只有组合字符', make: (size) => fill('e\u0301', size) },
  { name: '换行符两种相间', make: (size) => fill('发展产业。\r\n要加快推进。\n', size) },
  { name: '同一标题', make: (size) => fill('一、发展产业\n', size) },
  { name: '同一句', make: (size) => fill('我们要加快推进各项工作落到实处。', size) },
  { name: '表格的行与文字相间', make: (size) => fill('甲\t乙\n丙\n', size) },
  { name: '只有换页', make: (size) => fill('发展\f产业\n', size) },
  { name: '只有注释记号', make: (size) => fill('发展[1]。\n', size) },
  { name: '只有称谓', make: (size) => fill('各位同志、', size) },
  { name: 'HTML：层层嵌套', make: (size) => `<html><body>${fill('<div>字', size)}` },
  { name: 'HTML：层层表格', make: (size) => `<html><body>${fill('<table><tr><td>字', size)}` },
  { name: 'HTML：层层粗体', make: (size) => `<html><body>${fill('<b>字', size)}` },
  { name: 'HTML：层层粗体与段落', make: (size) => `<html><body>${fill('<b>字<p>', size)}` },
  { name: 'HTML：层层链接', make: (size) => `<html><body>${fill('<a href="/1"><div>字', size)}` },
  { name: 'HTML：只有属性', make: (size) => `<html><body><p ${fill('a=1 b', size)}>字` },
  { name: 'HTML：只有左尖括号', make: (size) => `<html><body>字${fill('<', size)}` },
  { name: 'HTML：只有链接', make: (size) => `<html><body>${fill('<li><a href="/1">字</a></li>', size)}` },
  { name: 'Markdown：一长串粗体', make: (size) => `# 题\n${fill('**字** ', size)}` },
  { name: 'Markdown：只有“*”', make: (size) => `# 题\n${fill('*', size)}` },
  { name: 'Markdown：只有“[”', make: (size) => `# 题\n${fill('[', size)}` },
  { name: 'Markdown：只有“`”', make: (size) => `# 题\n${fill('`', size)}` },
  { name: 'Markdown：只有“<!--”', make: (size) => `# 题\n${fill('<!--', size)}` },
  { name: 'Markdown：只有“|”的行', make: (size) => `# 题\n${fill('|字|\n', size)}` },
];

function fill(unit: string, size: number): string {
  return `文${unit.repeat(Math.ceil(size / new TextEncoder().encode(unit).length))}`;
}

function numbers(size: number): string {
  const lines = ['文'];
  for (let number = 1, length = 0; length < size; number++) {
    lines.push(`发展产业，${number % 7}`, String(number));
    length += 20 + String(number).length;
  }
  return lines.join('\n');
}

function contents(size: number): string {
  const entries = Array.from({ length: size / 60 }, (_, number) => `（一）第${number}件事`);
  return ['目录', ...entries, ...entries.map((entry) => `${entry.replace('第', '另外')}。要加快推进。`)].join('\n');
}
