/** Ways of numbering that people have: the marker of the nth part, by level. */
const HAN = '一二三四五六七八九';
const series = (signs: string) => (at: number) => signs[at - 1] ?? '';

/** Parts of one level are numbered from 1 to 9 at most, or as far as the signs go. */
export const habits: ((at: number) => string)[][] = [
  [(at) => `${HAN[at - 1]}、`, (at) => `（${HAN[at - 1]}）`, (at) => `${at}．`, (at) => `（${at}）`, series('①②③④')],
  [(at) => `第${HAN[at - 1]}部分　`, (at) => `${HAN[at - 1]}、`, (at) => `（${HAN[at - 1]}）`, (at) => `${at}、`],
  [(at) => `第${HAN[at - 1]}章　`, (at) => `第${HAN[at - 1]}节　`, (at) => `${HAN[at - 1]}、`, (at) => `（${at}）`],
  [(at) => `第${HAN[at - 1]}編　`, (at) => `第${HAN[at - 1]}章　`, (at) => `第${HAN[at - 1]}節　`],
  [(at) => `${series('ⅠⅡⅢⅣ')(at)}、`, series('㈠㈡㈢㈣'), (at) => `${at}.`, series('⑴⑵⑶⑷')],
  [(at) => `第${HAN[at - 1]}个问题，`, (at) => `（${HAN[at - 1]}）`, (at) => `${at}、`],
  [(at) => `${at}．`, (at) => `（${at}）`, series('①②③④')],
];
