/** What the findings of the normalizer mean to a person. Pages and commands say it in the same words. */

export type Severity = 'info' | 'warning' | 'error';

/** The gravest first, in the order in which findings are counted. */
export const severities: { id: Severity; name: string }[] = [
  { id: 'error', name: '错误' },
  { id: 'warning', name: '警告' },
  { id: 'info', name: '提示' },
];

export function severityName(severity: Severity): string {
  return severities.find(({ id }) => id === severity)?.name ?? severity;
}

interface FindingKind {
  /** A whole code, or its beginning where it ends in `-`. */
  code: string;
  name: string;
  why: string;
  todo: string;
}

/** The first entry that fits holds; the last ones take what no other knows. */
const kinds: FindingKind[] = [
  {
    code: 'text-cut',
    name: '中断',
    why: '最后的文字没有收尾，或前后接不上，抄本也没有声明省略。',
    todo: '寻找完整的来源；找不到就照此刊出，页面会写明有缺。',
  },
  {
    code: 'several-documents',
    name: '一个文件里有几份',
    why: '文中又出现了标题和称谓：这可能是汇编，每份文件在页面上自成一个部分。',
    todo: '要分开收录，就把原文按份拆成几个文件，各写一个 .yaml；合在一起也可以照此刊出。',
  },
  {
    code: 'announced-parts-missing',
    name: '部分可能缺失',
    why: '文中预告的部分数与找到的不等：抄本有缺，或者有的标题没有认出来。',
    todo: '数一数原文的各部分；没有认出的标题，修改规则或写进 .yaml。',
  },
  {
    code: 'doubt-year',
    name: '年份存疑',
    why: '标题里的年份可能是转载者加的，正文才算依据。',
    todo: '对照别的来源；确实无误，就在 .yaml 的 overrides 里写明日期与依据。',
  },
  {
    code: 'removed-',
    name: '移出',
    why: '这些字不属于讲话本身，不刊出，但留在账目里。',
    todo: '看一眼这一行；若是讲话的字，请修改移出它的规则。',
  },
  {
    code: 'corrected-',
    name: '更正',
    why: '抄本里的这几个字是机器留下的残余。',
    todo: '对照原件，看更正得对不对。',
  },
  {
    code: 'override-',
    name: '人工核定',
    why: '.yaml 写明了依据和理由。',
    todo: '无须处置；原文更换后请重新核定。',
  },
  {
    code: 'conflict-',
    name: '不一致',
    why: '抄本里几处说法不同，程序不代人取舍。',
    todo: '对照别的来源；断定之后写进 .yaml 的 overrides。',
  },
  {
    code: 'doubt-',
    name: '存疑',
    why: '抄本给出的依据不足，程序不作断定。',
    todo: '对照别的来源；断定之后写进 .yaml 的 overrides。',
  },
  {
    code: '',
    name: '其他',
    why: '程序遇到了需要人留意的写法。',
    todo: '对照原文看这一处。',
  },
];

/** Short name of what a code belongs to, e.g. `移出` for `removed-breadcrumb`. */
export function findingName(code: string): string {
  return kindOf(code).name;
}

function kindOf(code: string): FindingKind {
  const known = kinds.find((kind) => (kind.code.endsWith('-') ? code.startsWith(kind.code) : code === kind.code));
  return known ?? (kinds.at(-1) as FindingKind);
}

export interface Explanation {
  what: string;
  why: string;
  todo: string;
}

/** `…。理由：…` gives the reason, `…：请…` the advice; `移出正文：` is followed by the reason. */
const REASON = '。理由：';
const ADVICE = /[：。；](?=请)/;
const REMOVED = '移出正文：';

/** A finding in three sentences. What its message does not say, its kind says. */
export function explain({ code, message }: { code: string; message: string }): Explanation {
  const kind = kindOf(code);
  if (message.startsWith(REMOVED)) {
    return { what: sentence(REMOVED.slice(0, -1)), why: sentence(message.slice(REMOVED.length)), todo: kind.todo };
  }
  const [statement = '', reason] = message.split(REASON, 2);
  const advice = ADVICE.exec(statement);
  return {
    what: sentence(advice ? statement.slice(0, advice.index) : statement),
    why: reason ? sentence(reason) : kind.why,
    todo: advice ? sentence(statement.slice(advice.index + 1)) : kind.todo,
  };
}

function sentence(text: string): string {
  return /[。！？]$/.test(text) ? text : `${text}。`;
}
