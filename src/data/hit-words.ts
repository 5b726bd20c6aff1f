/** The words of the search inside an open speech; loaded with it alone. */
export const hitWords = {
  label: '本篇里的检索词',
  count: (at: number, of: number) => (of === 0 ? '本篇没有' : at === 0 ? `本篇共 ${of} 处` : `第 ${at}/${of} 处`),
  previous: '上一处',
  next: '下一处',
  close: '取消标记',
  redaction: '（原文隐去）',
  hits: (hits: number) => `${hits} 处`,
  /** Beside an entry of the outline. */
  entry: (heading: string, hits: number) => `${heading}：${hits} 处`,
  found: (hits: number) => (hits > 0 ? `本篇共 ${hits} 处` : '本篇没有'),
};
