/** The words of quoting and of checking quotations; apart from the others because the browser loads them on demand. */
export const quoteWords = {
  menu: {
    label: '引用所选的文字',
    quote: '引用',
    link: '复制链接',
    forms: '更多写法',
    /** @param source title and address */
    quoted: (words: string, title: string, address: string) => `“${words}”（《${title}》，${address}）`,
    copied: { quote: '引文与链接已复制', link: '引文链接已复制' },
    failed: '未能复制：浏览器不允许',
    ready: '已选文字，可以引用',
  },
  verdict: {
    title: '引文核对',
    close: '关闭引文核对',
    unchanged: '与引用时相同。',
    changed: '此处文字已改。',
    changedElsewhere: '此处没有这段文字，相近的文字现在在：',
    withoutWords: '链接只记着引文的开头、结尾与校验值，没有记下全文，所以说不出改了哪些字。现在的文字已标出。',
    moved: '这段文字不在此处，现在在：',
    absent: '本文没有这些字。',
    verify: '在全部讲话里核对',
  },
  difference: { label: '不同之处', gone: '引文有，原文没有：', new: '原文有，引文没有：' },
  place: { title: '标题', byline: '署名', salutation: '称谓' } as Record<string, string>,
};
