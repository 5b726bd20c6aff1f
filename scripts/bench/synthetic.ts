/** Speeches that nobody gave, with the mess that copies have: for measuring, the same for the same seed. */
import type { Random } from './random.ts';

const NUMERALS = '一二三四五六七八九十';
export const WORDS =
  '发展 产业 创新 平台 企业 人才 服务 项目 改革 开放 农业 乡村 社区 食堂 夜校 水利 渠道 老人 学生 医生 道路 桥梁 粮食 仓库 市场 就业 培训 资金 数据 标准'.split(
    ' ',
  );
const VERBS = '推进 加快 落实 建设 服务 保障 完善 提升 用好 管好 修好 办好'.split(' ');
const PLACES = ['全市', '我市', '金华市', '兰溪', '全县', '各镇街', '**区', '×镇', '有关部门', '兄弟城市杭州'];
const FURNITURE = [
  '您的位置：样例网>>讲话/会议/>>正文',
  '发布时间：2024-10-09 浏览次数：35 来源：样例日报社',
  '《样例讲话.docx》由会员分享，可在线阅读。',
  '分享到微信',
  '（样例文库原创出品）',
  '【打印本页】 【关闭窗口】',
];
/** Columns of a hard-wrapped page, in characters. */
const WRAPPED = 38;

export type Shape = 'lines' | 'one line' | 'hard-wrapped';

/** @param characters about how many */
export function syntheticSpeech(random: Random, characters: number, shape: Shape): string {
  const paragraphs = bodyOf(random, characters);
  const head = [`在全市${random.pick(WORDS)}工作会议上的讲话`, '（2024年3月5日）', '同志们：'];
  const lines = [...head, ...paragraphs].map((line) => (random.chance(0.5) ? flattened(line) : line));
  for (const line of FURNITURE) if (random.chance(0.3)) lines.splice(random.pick([0, 1, lines.length]), 0, line);
  if (shape === 'one line') return lines.join('　　');
  return lines.flatMap((line) => (shape === 'lines' ? [line] : wrapped(line))).join('\n');
}

/** The average length of documents that the library holds. */
const AVERAGE = 3300;

export function syntheticDocument(random: Random): string {
  const characters = random.between(AVERAGE / 3, (AVERAGE * 5) / 3);
  return syntheticSpeech(random, characters, random.pick(['lines', 'lines', 'hard-wrapped', 'one line']));
}

function bodyOf(random: Random, characters: number): string[] {
  const lines: string[] = [];
  let length = 0;
  for (let part = 0; length < characters; part++) {
    lines.push(`${NUMERALS[part % 10]}、${clause(random)}`);
    const points = random.between(1, 4);
    for (let point = 0; point < points && length < characters; point++) {
      const text = `（${NUMERALS[point]}）${clause(random)}。${sentences(random, random.between(2, 8))}`;
      lines.push(text);
      length += text.length;
    }
  }
  return lines;
}

function sentences(random: Random, count: number): string {
  const all = Array.from({ length: count }, (_, index) => {
    const clauses = Array.from({ length: random.between(2, 5) }, () => clause(random)).join('，');
    return `${random.chance(0.1) ? `${NUMERALS[index % 10]}是` : ''}${clauses}。`;
  });
  return all.join('');
}

/** Some words about a town's work, without a stop. */
export function clause(random: Random): string {
  const number = random.chance(0.2) ? `增长${random.between(1, 99)}.${random.between(0, 9)}%的` : '';
  const where = random.chance(0.3) ? random.pick(PLACES) : '';
  return `${where}${random.pick(VERBS)}${number}${random.pick(WORDS)}${random.pick(WORDS)}`;
}

/** Signs as a site that knows only half-width ones prints them. */
export function flattened(line: string): string {
  return line.replace(/[，：（）]/gu, (sign) => ({ '，': ',', '：': ':', '（': '(', '）': ')' })[sign] ?? sign);
}

/** Cut as a page of fixed columns cuts it. */
export function wrapped(line: string): string[] {
  return line.match(new RegExp(`.{1,${WRAPPED}}`, 'gu')) ?? [];
}
