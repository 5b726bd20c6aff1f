/** Words of the machine copies and of the quotations in other pages. */
export const copiesWords = {
  text: { title: '题目', completeness: '完整程度', updated: '更新' },
  feeds: { atom: '新增与更新（Atom）', json: '新增与更新（JSON Feed）' },
  llms: {
    docs: { title: '说明', lead: '怎样整理、怎样标记、怎样引用。' },
    copies: {
      title: '机器副本',
      lead: '每篇讲话的地址去掉末尾的斜杠，换成 `.json`、`.md` 或 `.txt`，就是它的机器副本。',
      speeches: '全部讲话的清单，分为若干份',
      anchors: '全部编号的清单，分为若干份',
    },
    speeches: { title: '讲话', lead: '这里至多列出新近的一百篇；全部讲话见上面的清单。' },
  },
};
