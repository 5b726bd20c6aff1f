import { dateInWords } from './known-date.ts';

/**
 * The words of the interface, in one place, so that one person can read and mend its tone.
 * No text of a speech comes from here.
 */
import { textWords } from './text-words.ts';

export const words = {
  skip: '跳到正文',
  unknown: '原文未注明',
  nav: { label: '主导航', speeches: '讲话', topics: '主题', places: '地点', years: '年份', docs: '说明' },
  search: { header: '页首检索', label: '检索全部讲话', placeholder: '检索原文', submit: '检索' },
  theme: { toggle: '切换浅色与深色' },
  footer: {
    about: '收录公开流传的讲话文稿，整理断行与标点宽度，不改动原文用字。',
    rights: '文稿的权利归原作者与发布单位，收录供阅读、检索与引用；权利人可要求撤下。',
    more: '这是什么',
    withdrawal: '权利与撤回',
    report: '报告错误',
    editors: '整理状况',
    concordance: '词语索引',
    verify: '引文核对',
  },

  ...textWords,

  former: {
    /** Where a link to an id that is no more opens; `p4` is the id, `p3` the place that has its text. */
    moved: (id: string, target: string, reason: string | null) =>
      `编号 ${id} 的文字已移至${here(target)}${because(reason)}`,
    merged: (id: string, target: string, reason: string | null) =>
      `编号 ${id} 的文字已并入${here(target)}${because(reason)}`,
    label: '已移出的编号',
    lead: '下列编号公布过，所指的文字现已移出：',
    removed: (id: string, reason: string) => `${id}：${reason}`,
  },

  facts: {
    delivered: '讲话日期',
    issued: '发布日期',
    place: '地点',
    speaker: '讲话人',
    event: '场合',
    issuer: '署名',
    documentNumber: '文号',
    genre: '体裁',
    published: '网站发布',
    yearInTitle: (year: string) => `标题写有“${year}”，正文未能证实，不作讲话日期`,
    publishedNote: '所据网站贴出的日子，不是讲话日期',
    length: '篇幅',
    lengthWords: (characters: number, minutes: number) => `${characters} 字，默读约 ${minutes} 分钟`,
    lengthNote: (rate: number) => `按每分钟 ${rate} 字估算`,
  },
  essentials: {
    dateUnknown: '讲话日期未注明',
    issued: (date: string) => `${date}发布`,
    source: (site: string) => `得自${site}`,
    sourceUnknown: '来源网站未注明',
    more: '来历与细目',
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
  outline: {
    label: '目录',
    find: '在本篇里找',
    empty: '这篇没有分节。',
    absent: '原文缺',
    top: '开头',
    collapse: '收起',
    expand: '展开',
    collapseAll: '只看大纲',
    expandAll: '全部展开',
    foldText: '收起本节',
    unfoldText: '展开本节',
    /** `{percent}` and `{minutes}` are filled in by the browser. */
    progress: '已读 {percent}%，约剩 {minutes} 分钟',
    done: '已读完',
  },
  back: { lastTime: '回到上次读到的地方', before: '回到刚才读的地方', dismiss: '不必回去' },
  bar: { label: '阅读工具', outline: '目录', search: '搜索', cite: '引用', settings: '设置' },
  cite: { title: '引用', close: '关闭', copied: '链接已复制', failed: '未能复制，请从地址栏复制' },
  settings: {
    label: '阅读设置',
    close: '关闭',
    theme: { label: '明暗', options: { '': '随系统', light: '浅色', dark: '深色' } },
    size: { label: '字号', options: { small: '小', '': '中', large: '大', larger: '特大' } },
    face: { label: '字体', options: { '': '宋体', hei: '黑体', fangsong: '仿宋', kai: '楷体' } },
    leading: { label: '行距', options: { tight: '紧', '': '适中', loose: '松' } },
    width: { label: '行宽', options: { narrow: '窄', '': '适中', wide: '宽' } },
    script: { label: '字形', options: { '': '原文简体', hant: '繁体' } },
    reset: '恢复默认，忘记读到的地方',
  },
  traditional: {
    notice: '繁体显示由软件转换，可能有误；复制、引用与检索仍用原文。',
    failed: '繁体字表未能载入，仍以原文显示。',
  },
  related: {
    label: '相关讲话',
    topics: (names: readonly string[]) => `同谈：${names.join('、')}`,
    passage: (characters: number) => `有 ${characters} 字相同：`,
  },
  imprint: { address: '网址' },
  version: {
    speech: '文本版本',
    library: '馆藏版本',
    updated: (date: string | null) => (date ? `更新于 ${dateInWords(date)}` : '更新日期未注明'),
  },
  departed: {
    renamed: '这篇讲话改了地址',
    renamedLead: (id: string) => `地址里的编号 ${id} 已经改换，指向原处的链接仍然有效。`,
    now: '现在的地址',
    anchors: '原有的编号',
    lost: (id: string) => `${id}：这里的文字不在现在的文本里`,
    withdrawn: '这篇讲话已经撤下',
    withdrawnLead: (id: string, date: string) => `编号 ${id} 的讲话曾在这里刊出，${date}撤下，本站不再提供它的文字。`,
    reason: '缘由',
  },
  neighbours: { label: '前后两篇', previous: '上一篇', next: '下一篇' },
  rights: '版权说明',

  entry: {
    length: (characters: number) => `${characters} 字`,
    published: (date: string) => `网站发布于 ${date}`,
    placeUnknown: '地点未注明',
    yearUnknown: '年份未注明',
    completenessUnknown: '完整与否未明',
  },
  lists: {
    count: (count: number) => `${count} 篇`,
    mentions: '谈到它的地方',
    times: (count: number) => `${count} 处`,
    restMentions: (count: number) => `其余 ${count} 处章节`,
    rest: (count: number) => `其余 ${count} 篇`,
    below: '所辖',
    topicWords: (list: readonly string[]) => `凭这些词归入本主题：${list.join('、')}。每篇之下列出直接谈到它们的章节。`,
    ways: '按类查看',
    speeches: { title: '全部讲话', lead: '新近的在前；日期不明的，依网站发布日期排列。', empty: '还没有收入讲话。' },
    tagTitle: (kind: string, label: string) => `${kind}：${label}`,
    within: '属于 ',
  },
  front: {
    search: '在全部原文里找一句话、一个词',
    holdings: '馆藏一览',
    newest: '新近',
    all: (count: number) => `全部 ${count} 篇`,
    more: '怎样读这里的记号',
    glance: { speeches: '讲话', characters: '原文字数', complete: '所据为全文', places: '点明地点' },
  },
  timeline: {
    year: (year: number) => `${year} 年`,
    earlier: (year: number) => `${year} 年之前`,
    unknown: '未注明',
    /** @param posted how many of those without a year a site has dated by its posting */
    note: (posted: number) =>
      `年份以讲话或发布之日为准，文中没有写明的不作推测${posted > 0 ? `；其中 ${posted} 篇只知道网站贴出的日期` : ''}。`,
  },
  map: {
    label: '各省讲话篇数',
    unknown: '地点未注明',
    /** Begins with what is seen on the tile. */
    tile: (sign: string, count: number, name: string) => `${sign} ${count} 篇，${name}`,
  },
  pager: {
    label: '分页',
    previous: '上一页',
    next: '下一页',
    page: (number: number) => `第 ${number} 页`,
    title: (title: string, number: number) => (number === 1 ? title : `${title}（第 ${number} 页）`),
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
    search: '记得其中的话，就检索原文',
    ways: '或者从这里找起',
    newest: '新近收入',
  },
};

function here(target: string): string {
  return target.startsWith('p') ? '此段' : '此处';
}

function because(reason: string | null): string {
  return reason === null ? '' : `（${reason}）`;
}
