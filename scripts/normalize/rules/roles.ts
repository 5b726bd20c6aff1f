/** Paragraphs that stand beside the text. Patterns are matched on a whole paragraph with restored punctuation; what may also be text is left to be text. */
import type { Role } from '../../../src/text/speech.ts';

export interface RoleRule {
  id: string;
  role: Role;
  pattern: RegExp;
  why: string;
  example: string;
}

const MONTH_DAY = '(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日';

export const roleRules: RoleRule[] = [
  {
    id: 'numbered-caption',
    role: 'caption',
    pattern:
      /^(?:续|續|附)?[图表圖](?:\s{0,2}[\d一二三四五六七八九十]{1,3}(?:[-－—.．]\d{1,3})?)[\s　：:]{1,4}[^。；！？]{2,60}$/u,
    why: '“图”“表”和号码之后是一句名称',
    example: '表2　各镇街食堂情况',
  },
  {
    id: 'photograph',
    role: 'caption',
    pattern:
      /[摄攝][）)]?$(?<=^.{0,80}(?:记者|通讯员)?\s?[\p{Script=Han}·]{2,6}\s?[摄攝][）)]?)|^[（(]?(?:图为|图片为|上图|下图|左图|右图)[^。]{2,80}(?:。|[）)]|摄)?$/u,
    why: '图片说明，写明图为什么或何人所摄',
    example: '图为老街镇社区食堂。新华社记者 林远 摄',
  },
  {
    id: 'recipients',
    role: 'distribution',
    pattern: /^(?:主送|抄送|抄报|分送|发送|印送|主題詞|主题词)\s{0,2}：[^。]{1,300}。?$/u,
    why: '公文的主送、抄送机关和主题词',
    example: '抄送：县委各部门，县人大常委会办公室。',
  },
  {
    id: 'printed-by',
    role: 'distribution',
    pattern: new RegExp(`^[^，。；：]{4,40}[\\s　]${MONTH_DAY}印发$`, 'u'),
    why: '公文的印发机关和日期',
    example: '云溪县人民政府办公室　2031年3月6日印发',
  },
  {
    id: 'release',
    role: 'distribution',
    pattern:
      /^[（(]?(?:此件|本件)(?:公开|主动公开|依申请公开|不予公开|删减后公开|发至|可登报)[^。；]{0,30}[）)]?$|^[（(]共印\d{1,6}份[）)]$/u,
    why: '公文的公开与发放范围',
    example: '（此件公开发布）',
  },
  {
    id: 'editors-word',
    role: 'editorial',
    pattern: /^[【〔[]?(?:编者按|編者按|编者的话|编者注|本刊编者按|本报编者按|编辑说明)[】〕\]]?：.{1,600}$/u,
    why: '编者的话',
    example: '编者按：这篇讲话对今年的工作有指导意义，现予刊登。',
  },
  {
    id: 'announcement',
    role: 'editorial',
    pattern:
      /^(?:以下|下面|下文)(?:是|为|為)[^。；！？]{2,80}(?:全文|摘要|节选|節選|要点|实录|實錄|文字稿|讲话|講話|致辞|致辭|致詞|发言|發言|談話|谈话)(?:[（(][^（）]{1,20}[）)])?[：。]$/u,
    why: '发布者的一句话，说下面是谁的什么文字',
    example: '以下为市长在某某典礼上的致辞全文：',
  },
  {
    id: 'editors-note',
    role: 'editorial',
    pattern:
      /^[（〔【[](?:本文|此文|这是|這是|以上|以下|编者|編者|根据|根據|据|原载|原載|原题|标题为|小标题为|摘自|选自|節選自|节选自|有删节|略有删节|本刊|本报|本网)[^）〕】\]]{0,200}[）〕】\]]$/u,
    why: '整段在括号里，说明文字从何而来',
    example: '（根据录音整理，未经本人审阅）',
  },
];

/** The head of an agency's report: where and when it was sent, and by whom. It leads the first paragraph. */
export const dateline: RoleRule = {
  id: 'dateline',
  role: 'dateline',
  pattern: new RegExp(
    `^(?:本报|本網|本网|新华社|新華社|中新社|中新网|人民网|央视网|[\\p{Script=Han}]{2,8}(?:日报|晚报|日報|晚報|社|网))?[\\p{Script=Han}]{0,10}?(?:${MONTH_DAY})?(?:电|電|讯|訊)[\\s　]{0,2}(?:[（(](?:记者|記者|通讯员|见习记者)?[^（）()]{1,40}[）)]|(?:记者|通讯员)[\\s　]?[\\p{Script=Han}、 　]{2,20}?(?:报道：|(?=[\\s　])))?[\\s　：]{0,3}`,
    'u',
  ),
  why: '通讯社和报纸的电头',
  example: '新华社北京3月5日电（记者林远）',
};
