/**
 * A web page in a list of references after GB/T 7714, numbered system:
 * 主要责任者. 题名：其他题名信息[EB/OL]. (创建、发布或修改日期)[引用日期]. 获取和访问路径.
 * What the two editions say, from where that is known and what is not sure: docs/decisions/0018-citations.md.
 */
import { type Cited, type CitedPlace, statedTitle } from './cited.ts';

export type Edition = 2015 | 2025;

/** Marks of an entry in Chinese: `.` and `[ ]` are narrow in both editions, round brackets wide in the later one. */
const brackets: Record<Edition, [string, string]> = { 2015: ['(', ')'], 2025: ['（', '）'] };

/** Without an author the entry begins with its title. The address leads to the paragraph; a web page has no item for page numbers. */
export function gbt7714(cited: Cited, { address, accessed }: CitedPlace, edition: Edition): string {
  const [open, close] = brackets[edition];
  const date = cited.issued ?? cited.updated;
  const days = `${date ? `${open}${date}${close}` : ''}${accessed ? `[${accessed}]` : ''}`;
  const parts = [cited.author?.name, `${numberedTitle(cited)}[EB/OL]`, days, address];
  return `${parts.filter(Boolean).join('. ')}.`.replace(/\s+/gu, ' ');
}

/** The number of a paper is information that goes with its title. */
function numberedTitle(cited: Cited): string {
  const { documentNumber } = cited;
  const known = documentNumber && !cited.title.includes(documentNumber);
  return known ? `${statedTitle(cited)}：${documentNumber}` : statedTitle(cited);
}
