/** The words that stand beside the text of a speech, on its page and where other pages quote it; the loader puts them inside `data-note` or into attributes. */
export const textWords = {
  redaction: '原文隐去',
  table: (id: string) => `表格 ${id}`,
  note: { back: (sign: string) => `注释 ${sign}，回到正文` },
  derived: { tag: '拟题', meaning: '原文无题，题目由本站取原文词句拟定' },
  handle: {
    paragraph: (id: string) => `本段链接 ${id}`,
    section: (heading: string) => `本节链接：${heading}`,
  },
  omission: {
    /** @param characters how many are missing, null where the copy does not say */
    size: (characters: number | null, last: boolean) => {
      if (last) return characters ? `原文至此中断，以下缺 ${characters} 字` : '原文至此中断，缺多少不详';
      return characters ? `此处原文缺 ${characters} 字` : '此处原文有缺，缺多少不详';
    },
    cause: { notice: '所据文本在此声明有省略', cut: '所据文本在此断开，未作说明' },
    absent: '原文缺：',
  },
};
