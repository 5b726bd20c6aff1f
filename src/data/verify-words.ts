/** The words of the page on which a passage is checked; apart from the others because the browser loads them with it. */
export const verifyWords = {
  title: '引文核对',
  description: '贴上一段文字，看它在全部讲话里逐字立在何处，何处相近而有出入，或者一处也没有。',
  label: '要核对的文字',
  hint: (shortest: number, longest: number) =>
    `${shortest} 到 ${longest} 字。全角与半角、引号的样式、空格与换行都不计较；标点与大小写计较；隐去的字用 × 或 * 代表。`,
  submit: '核对',
  idle: '贴上文字，再按“核对”。比较只在这个浏览器里进行；短的文字会写进地址，便于转发。',
  short: (shortest: number) => `太短了：请至少贴上 ${shortest} 个字。`,
  long: (length: number, longest: number) => `太长了：有 ${length} 字，一次最多核对 ${longest} 字，请分段核对。`,
  looking: '正在检索可能的出处……',
  comparing: (compared: number, candidates: number) => `正在逐字核对，已核对 ${compared}/${candidates} 篇……`,
  exact: (places: number, documents: number) => `逐字相同的有 ${places} 处，见于 ${documents} 篇讲话。`,
  nearOnly: (documents: number) => `没有一处逐字相同；${documents} 篇讲话里有相近的文字。`,
  nowhere: '没有一处有这段文字，也没有相近的。',
  searched: (documents: number, characters: number) =>
    `已检索全部 ${documents} 篇讲话、${characters.toLocaleString('zh-CN')} 字。`,
  left: (texts: number) => `另有 ${texts} 篇只含其中零星词句，没有逐字核对。`,
  exactTitle: '逐字相同',
  nearTitle: '相近而有出入',
  nearNote: (edits: number) => `相差 ${edits} 字。`,
  legend: '划去的是所贴而原文没有的，加下划线的是原文有而所贴没有的。',
  failed: '核对用的数据没有载入，暂时无法核对。可能是网络断了，或网站正在更新。',
  retry: '再试一次',
  place: '打开',
  withoutScripts: '核对要在浏览器里与原文逐字比较，需要开启 JavaScript。不开启也可以从这些目录找到每一篇讲话：',
};
