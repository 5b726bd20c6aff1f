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
  { ending: '條例', genre: '通知' },
  { ending: '条例', genre: '通知' },
  { ending: '办法', genre: '通知' },
  { ending: '规定', genre: '通知' },
  { ending: '细则', genre: '通知' },
  { ending: '意見', genre: '意见' },
  { ending: '演说', genre: '讲话' },
  { ending: '演說', genre: '讲话' },
  { ending: '谈话', genre: '讲话' },
  { ending: '談話', genre: '讲话' },
  { ending: '致詞', genre: '致辞' },
  { ending: '开幕词', genre: '致辞' },
  { ending: '闭幕词', genre: '致辞' },
  { ending: '开幕辞', genre: '致辞' },
  { ending: '闭幕辞', genre: '致辞' },
  { ending: '献词', genre: '致辞' },
  { ending: '贺信', genre: '致辞' },
  { ending: '贺电', genre: '致辞' },
  { ending: '慰问信', genre: '致辞' },
  { ending: '祝词', genre: '致辞' },
  { ending: '說明', genre: '报告' },
  { ending: '汇报', genre: '报告' },
  { ending: '匯報', genre: '报告' },
  { ending: '纪要', genre: '文章' },
  { ending: '紀要', genre: '文章' },
  { ending: '会议记录', genre: '文章' },
  { ending: '會議紀錄', genre: '文章' },
  { ending: '正式紀錄', genre: '文章' },
  { ending: '答问', genre: '发言' },
  { ending: '答問', genre: '发言' },
];

/** Parts of a title after its noun: `（摘登）`, `（2024年3月5日）`. */
const TAIL = /（[^（）]{1,30}）$/u;

/** What is said of the text behind the noun: `致辞全文`, `答问实录`. */
const EXTENT = /(?:全文|实录|實錄|摘要|摘登|摘编|节选)$/u;

export function titleEnding(text: string): { ending: string; genre: string } | undefined {
  const bare = text.replace(TAIL, '').replace(EXTENT, '');
  return titleEndings.find(({ ending }) => bare.endsWith(ending));
}

/** Bodies in whose name a text is published: the last word of a line that is a byline and no title. */
export const bylineEnding =
  /(?:中心组|党组|党委|党工委|管委会|市委|县委|区委|省委|州委|党中央|中共中央|国务院|政府|办公室|办公厅|委员会|常委会|政协|领导小组|指挥部|课题组|调研组|研究室|研究院|编辑部|局|厅|财政部|教育部|(?<!全|干|内|外|局|各|分)部|法院|检察院|总工会|联合会|协会|学会|商会|党校|中学|小学|大学|学院|公司|集团|银行|医院|社科院)$/u;

/** Words with which a speaker opens: `同志们：`, `各位代表、同志们：`. Matched from the start of a text. */
export const salutation =
  /^(?:尊敬的|亲爱的)?(?:(?:各位|全体)[^，。：；！？]{1,16}|女士们|先生们|朋友们|同志们|同学们|老师们|乡亲们|[^，。：；！？、]{1,12}(?:书记|市长|省长|主席|主任|院长|校长|部长|总理))(?:[，、](?:(?:各位|全体)[^，。：；！？、]{1,16}|女士们|先生们|朋友们|同志们|同学们|老师们|乡亲们|[^，。：；！？、]{1,16}(?:书记|市长|省长|主席|主任|院长|校长|部长|总理))){0,8}：/u;

/** A title that several documents have in common: `学习资料汇编`. */
export const packTitle =
  /(?:汇编|彙編|选编|選編|摘编|选登|选集|文集|专辑|合集|资料|資料|材料|参考|读本|讲话选)(?:（[^（）]{1,30}）)?$/u;
