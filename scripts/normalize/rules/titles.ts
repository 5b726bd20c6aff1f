/** How titles end, and the genre that the ending shows (a name from `src/data/genres`). Longer endings first. */
export const titleEndings: { ending: string; genre: string }[] = [
  { ending: '讲话提纲', genre: '讲话' },
  { ending: '讲话稿', genre: '讲话' },
  { ending: '讲话', genre: '讲话' },
  { ending: '主持词', genre: '讲话' },
  { ending: '致辞', genre: '致辞' },
  { ending: '致词', genre: '致辞' },
  { ending: '贺词', genre: '致辞' },
  { ending: '演讲', genre: '讲话' },
  { ending: '发言提纲', genre: '发言' },
  { ending: '发言', genre: '发言' },
  { ending: '报告', genre: '报告' },
  { ending: '講話', genre: '讲话' },
  { ending: '演講', genre: '讲话' },
  { ending: '致辭', genre: '致辞' },
  { ending: '發言', genre: '发言' },
  { ending: '報告', genre: '报告' },
  { ending: '说明', genre: '报告' },
  { ending: '工作总结', genre: '报告' },
  { ending: '工作要点', genre: '意见' },
  { ending: '实施意见', genre: '意见' },
  { ending: '意见', genre: '意见' },
  { ending: '规划', genre: '规划' },
  { ending: '纲要', genre: '规划' },
  { ending: '方案', genre: '规划' },
  { ending: '行动计划', genre: '规划' },
  { ending: '通知', genre: '通知' },
  { ending: '决定', genre: '通知' },
  { ending: '公告', genre: '通知' },
  { ending: '公报', genre: '通知' },
  { ending: '批复', genre: '通知' },
];

/** Parts of a title after its noun: `（摘登）`, `（2024年3月5日）`. */
const TAIL = /（[^（）]{1,30}）$/u;

export function titleEnding(text: string): { ending: string; genre: string } | undefined {
  const bare = text.replace(TAIL, '');
  return titleEndings.find(({ ending }) => bare.endsWith(ending));
}

/** Bodies in whose name a text is published: the last word of a line that is a byline and no title. */
export const bylineEnding =
  /(?:中心组|党组|党委|党工委|市委|县委|区委|省委|州委|政府|办公室|办公厅|委员会|课题组|研究室|研究院|编辑部|局|厅)$/u;

/** Words with which a speaker opens: `同志们：`, `各位代表、同志们：`. Matched from the start of a text. */
export const salutation =
  /^(?:尊敬的|亲爱的)?(?:(?:各位|全体)[^，。：；！？]{1,16}|女士们|先生们|朋友们|同志们|同学们|老师们|乡亲们|[^，。：；！？、]{1,12}(?:书记|市长|省长|主席|主任|院长|校长|部长|总理))(?:[，、](?:(?:各位|全体)[^，。：；！？、]{1,16}|女士们|先生们|朋友们|同志们|同学们|老师们|乡亲们|[^，。：；！？、]{1,16}(?:书记|市长|省长|主席|主任|院长|校长|部长|总理))){0,8}：/u;
