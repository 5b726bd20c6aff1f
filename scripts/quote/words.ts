/** Verdicts and differences as lines for a terminal. */
import type { Difference } from '../../src/text/quotation/difference.ts';
import { printable } from '../lib/columns.ts';
import type { CheckedLink } from './document.ts';
import type { VerdictName } from './judge.ts';

const names: Record<VerdictName, string> = {
  unchanged: '与引用时相同',
  exists: '有此处',
  changed: '引文已改',
  moved: '已移到别处',
  absent: '没有这些字',
  removed: '此处已移除',
  unknown: '没有这个编号',
  misquoted: '引文与原文不符',
  renamed: '讲话已换编号',
  withdrawn: '讲话已撤回',
  'no-speech': '没有这篇讲话',
};

/** `notes.md:12  引文与原文不符（misquoted）  p3：“……[-甲-]{+乙+}……”  https://…` */
export function checkedLine(file: string, link: CheckedLink): string {
  const now = link.now.length > 0 ? `${link.now.join('、')}：` : '';
  const shown = link.differences.length > 0 ? `“${differenceLine(link.differences)}”` : '';
  const detail = printable(now + shown).replace(/：$/, '');
  return [`${file}:${link.line}`, `${names[link.verdict]}（${link.verdict}）`, detail, printable(link.href)]
    .filter(Boolean)
    .join('  ');
}

/** Characters around a difference that are shown. */
const AROUND = 6;

/** `[-引用的字-]{+原文的字+}`; long stretches without a difference are shortened. */
export function differenceLine(pieces: readonly Difference[]): string {
  return pieces
    .map(({ kind, text }, index) => {
      if (kind === 'gone') return `[-${text}-]`;
      if (kind === 'new') return `{+${text}+}`;
      const signs = [...text];
      const before = index === 0 ? '' : signs.slice(0, AROUND).join('');
      const after = index === pieces.length - 1 ? '' : signs.slice(-AROUND).join('');
      return signs.length <= 2 * AROUND ? text : `${before}……${after}`;
    })
    .join('');
}
