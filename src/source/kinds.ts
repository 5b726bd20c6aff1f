/** The kinds of change as a reader knows them, in the order in which pages count them. */
import type { Account } from '../text/account.ts';

export type Edit = Account['edits'][number];

export interface ChangeKind {
  id: 'debris' | 'wrap' | 'blank' | 'width' | 'mend' | 'break';
  name: string;
  /** What it looks like in the comparison, in one sentence. */
  look: string;
  is: (edit: Pick<Edit, 'kind' | 'rule'>) => boolean;
}

/** Every edit is of exactly one kind: the first that fits. */
export const changeKinds: ChangeKind[] = [
  {
    id: 'debris',
    name: '移出杂文',
    look: '原文划去，刊出没有',
    is: ({ kind }) => kind === 'remove',
  },
  {
    id: 'wrap',
    name: '合并断行',
    look: '原文行末记 ↵，刊出接排',
    is: ({ kind, rule }) => kind === 'join' && rule === 'line-wrap',
  },
  {
    id: 'break',
    name: '另起一段',
    look: '两边都在段末记 ¶',
    is: ({ kind }) => kind === 'insert',
  },
  {
    id: 'width',
    name: '恢复全角标点',
    look: '两边都加点线',
    is: ({ kind, rule }) => kind === 'replace' && rule === 'full-width',
  },
  {
    id: 'mend',
    name: '更正残码',
    look: '原文划去，刊出加双线',
    is: ({ kind }) => kind === 'replace',
  },
  {
    id: 'blank',
    name: '略去空行空白',
    look: '原文空处记 ·，刊出没有',
    is: ({ kind }) => kind === 'join',
  },
];

export function kindOf(edit: Pick<Edit, 'kind' | 'rule'>): ChangeKind {
  return changeKinds.find(({ is }) => is(edit)) as ChangeKind;
}

/** How many edits there are of each kind; kinds without any are left out. */
export function countKinds(edits: readonly Pick<Edit, 'kind' | 'rule'>[]): { kind: ChangeKind; count: number }[] {
  const byKind = Map.groupBy(edits, kindOf);
  return changeKinds.flatMap((kind) => {
    const count = byKind.get(kind)?.length ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
}
