/** The words of the comparison pages. */
export const sourceWords = {
  title: '对照原文',
  pageTitle: (title: string) => `对照原文：${title}`,
  description: (title: string, edits: number) =>
    `《${title}》所据的原文与刊出的文本，逐段并列：${edits} 处改动，处处标出，附理由。`,
  strip: {
    label: '整理',
    lead: '本页由原文规范化：',
    untouched: '本页与原文逐字相同，未作改动',
    count: (name: string, count: number) => `${name} ${count} 处`,
  },
  lead: '收到的原文一字未动，与刊出的文本逐段并列。凡有不同，都标在原处。',
  readFrom: (format: string) =>
    `所据的文件是${format}。原文一边是从文件里读出的全部文字，按看得见的次序排列，不显示版面；文件本身可以下载。`,
  file: {
    label: '所据文件',
    name: '文件',
    originalName: '收到时的名称',
    size: '大小',
    bytes: (bytes: number) => `${bytes.toLocaleString('en')} 字节`,
    encoding: '编码',
    format: '格式',
    download: '下载原文件',
    rights: '版权说明',
  },
  kinds: {
    label: '标出哪些改动',
    total: (edits: number) => (edits === 0 ? '没有改动：刊出的文本与原文相同。' : `改动 ${edits} 处，分作以下几类。`),
    verified: '把这些改动逐一撤回，就从刊出的文本得回原文，一字不差。',
    hidden: { name: '原文隐去', look: '两边照录，刊出加框', reason: '原文以此记号隐去名称或数字，照录不改' },
    hand: { name: '人工核定', look: '原文加底色，文字不改' },
    times: (count: number) => `${count} 处`,
  },
  table: {
    caption: '原文与刊出的文本，逐段并列',
    place: '位置',
    copy: '原文',
    text: '刊出',
    removed: '移出',
    gap: '缺文',
    title: '标题',
    byline: '署名',
    salutation: '称呼',
  },
  walk: {
    label: '逐处查看',
    previous: '上一处',
    next: '下一处',
    idle: '指向、点按或用方向键走到一处改动，这里写明理由。',
    none: '没有标出的改动。',
  },
  findings: {
    title: '程序的发现',
    lead: '整理时遇到的疑点与移出的文字，点行号看原处。',
    none: '没有发现。',
  },
};
