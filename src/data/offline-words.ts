/** The words of reading offline; apart from the other words of the interface because the service worker carries them too. */
export const offlineWords = {
  title: '离线阅读',
  description: '看过的页面存在这个浏览器里，没有网络时也能再读；存下的是哪一天的版本，页面上都写明。',
  /** @param when the moment the page was stored, in the reader's own time */
  stored: (when: string) => `离线：没有连上网站，这是 ${when} 存下的版本，网站上可能已有改动。`,
  absent: '离线：没有连上网站，您要看的这一页没有存过。',
  lead: '您看过的页面会存在这个浏览器里，没有网络时也能再读。连得上网站时，看到的总是网站上最新的文字；连不上时，才拿出存下的版本，并在页首写明是何时存下的。检索要逐字核对全部原文，离线时不能用。',
  bounds: (pages: number) =>
    `最多存 ${pages} 页，存满之后先丢最早的。网站上撤下的文稿，下次连上网站打开它时，存下的也一并删去。`,
  withoutScripts: '离线阅读要由浏览器里的一段程序来做，需要开启 JavaScript。',
  unsupported: '这个浏览器不能离线阅读（或正处在隐私模式）。',
  list: '已存的页面',
  empty: '还没有存下页面。',
  on: '离线阅读已启用。',
  off: '离线阅读已停用，存下的内容已清除。',
  turnOn: '启用离线阅读',
  turnOff: '停用并清除已存的内容',
};
