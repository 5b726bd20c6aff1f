/** Words of a quotation in another page. */
export const embedWords = {
  dates: { delivered: '讲话于', issued: '发布于', published: '网站发布于' },
  undated: '日期未注明',
  placeUnknown: '地点未注明',
  version: '文本版本',
  /** @param id where the words stand now */
  moved: (asked: string, id: string) => `链接里的编号 ${asked} 的文字现在 ${id}`,
  failed: {
    foreign: '这不是讲话文库里一处文字的地址，未能显示引文。',
    absent: '讲话文库里没有这篇讲话，未能显示引文。',
    unreachable: '未能从讲话文库取得这篇讲话，请打开链接查看。',
    unknown: (id: string) => `这篇讲话里没有编号 ${id}，未能显示引文。`,
    removed: (id: string, reason: string) => `编号 ${id} 的文字已不在这篇讲话里：${reason}`,
  },
};
