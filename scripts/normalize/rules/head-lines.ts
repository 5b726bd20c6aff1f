/** Lines before a text that are no title, by what they say. */
export interface HeadLineRule {
  pattern: RegExp;
  why: string;
  example: string;
}

const YEAR = '(?:(?:19|20)\\d\\d|[二一][〇零○九][〇零○一二三四五六七八九]{2})';
const NUMBER = `[〔[【（]${YEAR}[〕\\]】）]\\s{0,2}第?\\s{0,2}\\d{1,4}\\s{0,2}[号號期]`;

/** First group: the number. */
export const documentNumber = {
  line: {
    pattern: new RegExp(
      `^[（(]?(\\p{Script=Han}{0,12}${NUMBER}|(?:${YEAR}年)?第\\s{0,2}\\d{1,4}\\s{0,2}期)[）)]?$`,
      'u',
    ),
    why: '独占一行的文号或期号',
    example: '国发〔2019〕14号',
  },
  within: {
    pattern: new RegExp(`（(\\p{Script=Han}{1,12}${NUMBER})）|(${NUMBER})`, 'u'),
    why: '题目里的文号：括号里的连同发文机关代字，否则从年份起',
    example: '某某会议纪要〔2019〕第14期',
  },
} satisfies { [name: string]: HeadLineRule };

export const headLines = {
  letterhead: { pattern: /^(\p{Script=Han}{2,24})文件$/u, why: '红头，第一组是机关', example: '某某市人民政府文件' },
  note: {
    pattern:
      /^[（【〔](?:根据|據|据|摘自|节选|節選|摘要|录自|选自|原载|讲话稿|提纲|草案|审议稿|代拟稿|征求意见稿|送审稿|书面|以下为|本文|未经)[^（）]{0,80}[）】〕]$/u,
    why: '括号里说明文稿从何而来',
    example: '（根据录音整理）',
  },
  listed: { pattern: /^[·•]/u, why: '网站在题目之前列出的别的文章', example: '·支部生活专题' },
  dated: {
    pattern: /^（[^（）]{4,400}）$/u,
    why: '括号里有日期的一行不是标题',
    example: '（2024年3月29日某会议通过）',
  },
  subtitle: {
    pattern: /^[—―–⸺─－-]{1,3}\s{0,2}[^\s—―–⸺─－-]/u,
    why: '破折号开头的副题',
    example: '——在某某会上的讲话',
  },
  meeting: {
    pattern: /^[（(]?[^（）]{0,24}在[^。；]{3,60}上[）)]?$/u,
    why: '题下写明日期与场合的一行',
    example: '（2024年1月5日在某某大会上）',
  },
  nameless: {
    pattern:
      /^(?:.{0,16}(?:[×xX＊*○]{2,4}|[\s\p{Script=Han}]某某?)|(?:本报|本刊|新华社)?(?:特约)?(?:评论员|记者|通讯员)(?:[\s：]\S{2,12})?)$/u,
    why: '隐去名字的署名，以及报刊的作者',
    example: '市委书记　×××',
  },
  sentence: {
    pattern: /的|建设|打造|推进|努力|加快|加强|奋力|深入|坚持|走进|关于|[，。：；！？《》“”]/u,
    why: '有这些字的是句子，不是机关的名称',
    example: '建设人民满意的服务型政府',
  },
} satisfies { [name: string]: HeadLineRule };

/** Words that may stand beside a day: of the week, of the clock, where and how the words were taken down. */
export const besideDay =
  /^于\p{Script=Han}{2,8}$|星期[一二三四五六日天]|周[一二三四五六日]|[上下]午|晚上|根据[^，。）]{0,6}录音整理|日期|(?:香港|澳[门門]|北京|台北|[当當]地)?[时時][间間]|\d{1,2}[时時](?:\d{1,2}分|正)?|\d{1,2}:\d\d/gu;
