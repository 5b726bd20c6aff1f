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
  { ending: '答记者问', genre: '发言' },
  { ending: '答記者問', genre: '发言' },
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

const OFFICE =
  '(?:书记|書記|[省市县区镇乡局厅处司部校院会董事理秘书检察團团]{1,3}长|[省市縣區鎮鄉局廳處司部校院會事書察]長|主席|主任|总理|總理|总统|總統|总裁|總裁|大使|教授|院士|先生|女士|[阁閣]下)';
const PEOPLE =
  '(?:青年|女|企业家|广大|各界|媒体|新闻界|海外|年轻|老|小|父老|农民|工人|全体){0,2}(?:同志|朋友|同学|同學|老师|老師|乡亲|鄉親|女士|先生|战友|戰友|姐妹|兄弟|委员|委員|代表|学员|校友|同事|同仁|孩子|家长|来宾|來賓|嘉宾|嘉賓|记者|職工|职工|工友)[们們]';
const DEAR = '(?:尊敬的|敬爱的|亲爱的|敬愛的|親愛的)';
const GREETED = `(?:${DEAR}[^，。：；！？、]{1,16}|${DEAR}?(?:(?:各位|全体|全體|诸位|諸位)[^，。：；！？]{1,16}|${PEOPLE}|[^，。：；！？、]{1,16}${OFFICE}|${OFFICE}(?=[，、])))`;

/** Words with which a speaker opens: `同志们：`, `各位代表、同志们：`, `尊敬的某会长，各位来宾：`. Matched from the start of a text. */
export const salutation = new RegExp(`^${GREETED}(?:[，、]${GREETED}){0,8}：`, 'u');

/** A document in a pack is numbered: `篇一：在某某会上的讲话`, `在某某会上的讲话 篇1`. The number is the first group that matched. */
export const documentLabel = {
  pattern:
    /^[【（]?(?:篇|范文|例文)([一二三四五六七八九十\d]{1,3})[】）]?(?:[：、.．]|\s{1,4}|$)|[（【\s]篇([一二三四五六七八九十\d]{1,3})[】）]?$/u,
  why: '合集里的各篇以“篇几”编号',
  example: '篇一：在全县教师节座谈会上的讲话',
};

/** A title that several documents have in common: `学习资料汇编`. */
export const packTitle =
  /(?:汇编|彙編|选编|選編|摘编|选登|选集|文集|专辑|合集|资料|資料|材料|参考|读本|讲话选)(?:（[^（）]{1,30}）)?$/u;
