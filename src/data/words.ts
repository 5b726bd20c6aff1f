/**
 * The words of the interface, in one place, so that one person can read and mend its tone.
 * No text of a speech comes from here; what the loader takes from here stands inside `data-note`.
 */
export const words = {
  skip: '跳到正文',
  unknown: '原文未注明',
  nav: { label: '主导航', speeches: '讲话', topics: '主题', places: '地点', years: '年份', docs: '说明' },
  search: { header: '页首检索', label: '检索全部讲话', placeholder: '检索原文', submit: '检索' },
  theme: { toggle: '切换浅色与深色' },
  footer: {
    about: '收录公开流传的讲话文稿，整理断行与标点宽度，不改动原文用字。',
    rights: '文稿的权利归原作者与发布单位，收录供阅读、检索与引用；权利人可要求撤下。',
    more: '收录与撤下的办法',
    report: '报告错误',
    editors: '整理状况',
  },

  redaction: '原文隐去',
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

  facts: {
    delivered: '讲话日期',
    issued: '发布日期',
    place: '地点',
    speaker: '讲话人',
    event: '场合',
    issuer: '署名',
    genre: '体裁',
    published: '网站发布',
    yearInTitle: (year: string) => `标题写有“${year}”，正文未能证实，不作讲话日期`,
    publishedNote: '所据网站贴出的日子，不是讲话日期',
  },
  honesty: {
    label: '文本来历与完整程度',
    source: '来源',
    sourceNature: '所据文本得自这个网站，未与首发核对',
    sourceUnknown: '网站未注明',
    missing: (characters: number | null) => (characters ? `缺 ${characters} 字` : '缺多少不详'),
    stated: (characters: number) => `原文自称全文 ${characters} 字`,
    redactions: (count: number) => `隐去 ${count} 处`,
    redactionsNote: '原文隐去了名称或数字，文中以此记号标出',
    untouched: '用字照旧',
    untouchedNote: '本站只理顺断行、标点宽度与网站杂文，未改动原文用字',
  },
  outline: { label: '目录', empty: '这篇没有分节。', absent: '原文缺', top: '开头' },
  bar: { label: '阅读工具', outline: '目录', search: '搜索', cite: '引用', settings: '设置' },
  cite: { copied: '链接已复制', failed: '未能复制，请从地址栏复制' },
  settings: {
    label: '阅读设置',
    close: '关闭',
    theme: { label: '明暗', options: { '': '随系统', light: '浅色', dark: '深色' } },
    size: { label: '字号', options: { small: '小', '': '中', large: '大', larger: '特大' } },
    face: { label: '字体', options: { '': '宋体', hei: '黑体', fangsong: '仿宋', kai: '楷体' } },
  },
  neighbours: { label: '前后两篇', previous: '上一篇', next: '下一篇' },
  rights: '版权说明',

  entry: {
    length: (characters: number) => `${characters} 字`,
    published: (date: string) => `网站发布于 ${date}`,
    placeUnknown: '地点未注明',
    yearUnknown: '年份未注明',
  },
  lists: {
    count: (count: number) => `${count} 篇`,
    mentions: '谈到它的地方',
    times: (count: number) => `${count} 处`,
    topicWords: (list: readonly string[]) => `凭这些词归入本主题：${list.join('、')}。每篇之下列出直接谈到它们的章节。`,
    ways: '按类查看',
    speeches: { title: '全部讲话', lead: '新近的在前；日期不明的，依网站发布日期排列。' },
    tagTitle: (kind: string, label: string) => `${kind}：${label}`,
    within: '属于 ',
  },
  front: {
    search: '在全部原文里找一句话、一个词',
    holdings: '馆藏',
    topics: '按主题',
    places: '按地点',
    more: '怎样读这里的记号',
    glance: { speeches: '讲话', characters: '原文字数', complete: '所据为全文', places: '点明地点' },
  },
  editors: {
    title: '整理状况',
    lead: '每一份原文整理得怎样：哪里拿不准，移出了什么，改动几处。写给编者，也写给想知道文本可靠到什么程度的读者。',
    glance: { sources: '原文', doubtful: '有疑点', doubts: '疑点', edits: '改动' },
    places: (count: number) => `${count} 处`,
    copies: (count: number) => `${count} 份`,
    kinds: { title: '发现的种类', caption: '每种发现的级别与多少', columns: ['种类', '级别', '份数', '处数'] },
    sources: '逐份查看',
    empty: '还没有收入讲话。',
    clear: '没有疑点。',
    line: (line: number) => `第 ${line} 行`,
    lines: (first: number, last: number) => (first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`),
    why: '为何',
    todo: '怎么办',
    notes: (count: number) => `提示 ${count} 处`,
    edits: (count: number) => `改动 ${count} 处`,
    missing: '缺文在此',
  },
  docs: { label: '说明目录' },
  notFound: {
    title: '没有这一页',
    lead: '地址可能抄漏了字，也可能这一页从未有过。讲话一经收入，地址不再改动。',
    search: '记得其中的话，就检索原文：',
    all: '或者从馆藏里找：',
  },
};
