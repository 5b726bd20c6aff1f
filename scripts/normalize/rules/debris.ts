/**
 * What web sites put around and into a text. Patterns are matched on a trimmed line with restored punctuation; a rule
 * takes the whole line unless `scope` says otherwise. None may backtrack: every repeated class is bounded by what follows.
 */
export interface DebrisRule {
  id: string;
  pattern: RegExp;
  /** `line`: the pattern describes the whole line. `inline`: what matches goes, the rest of the line stays. */
  scope: 'line' | 'inline';
  why: string;
  example: string;
}

/** Labels of a site's own fields; a line made of nothing but such fields is no text. */
const FIELD_LABELS =
  '时间|日期|浏览量|浏览次数|浏览|阅读量|阅读次数|阅读|点击数|点击量|点击次数|点击|发布时间|发布日期|发表时间|发表日期|更新时间|上传时间|添加时间|点赞|收藏|评论|分享|转发|下载次数|下载量|页数|格式|大小|字号|字体|作者|编辑|责任编辑|文章来源|来源|栏目|浏览人数|信息来源|稿件来源|稿源|发稿时间|访问量|访问次数|浏览数|点击率|文章作者|发布人|发布者|发布单位|发布机构|责编|值班编辑|主编|审核|审校|校对|编审|初审|复审|终审|一审|二审|三审|监制|供稿|签发|录入|录入者';

export const debrisRules: DebrisRule[] = [
  {
    id: 'breadcrumb',
    pattern: /^(?:您|你)?(?:的|现在的|当前的|当前|现在)?(?:所在)?位置：.{0,200}$/u,
    scope: 'line',
    why: '网站的位置导航',
    example: '您的位置：某某网>>讲话/会议/>>正文',
  },
  {
    id: 'site-fields',
    pattern: new RegExp(
      `^(?:${FIELD_LABELS})：[^：|。]{0,40}(?::\\d\\d){0,2}(?:[|｜\\s]*(?:${FIELD_LABELS})：[^：|。]{0,40}(?::\\d\\d){0,2}){0,12}$`,
      'u',
    ),
    scope: 'line',
    why: '网站的发布时间、浏览量等栏目信息',
    example: '浏览量：180 | 发布时间：2024-10-09',
  },
  {
    id: 'share-notice',
    pattern: /由(?<=^.{0,120}由)(?:会员|网友|用户|本站会员)[^。]{0,20}(?:分享|上传|提供).{0,300}$/u,
    scope: 'line',
    why: '文档分享网站的说明',
    example: '《某讲话.docx》由会员分享，可在线阅读，更多相关《某讲话.docx》请在某某网上搜索。',
  },
  {
    id: 'file-name',
    pattern: /^[^。，；]{2,80}\.(?:docx?|pdf|wps|pptx?|txt|rtf)$/iu,
    scope: 'line',
    why: '分享网站给出的文件名',
    example: '在某会议上的讲话.docx',
  },
  {
    id: 'toolbar',
    pattern:
      /^(?:【?(?:字体|字号|字號)：?】?|(?:下载|打印|全屏|收藏|分享|加大|还原|减小|关闭|返回|返回顶部|我要纠错|打印本页|关闭窗口|打印正文|(?:加入|我要)收藏|(?:下载|立即下载)(?:文档|本文|全文|附件|原文|文件)?|(?:分享|收藏|打印|复制)(?:本文|此文|本页|文章|链接))[】|]?|【(?:打印|关闭|收藏|打印正文|关闭窗口)】|分享到：?|分享到微信|扫一扫.{0,20}|相关(?:文档|报道|链接|阅读|新闻|附件)：?|推荐阅读：?|[》>»]{1,3}点击.{0,20}[《<«]{0,3})$/u,
    scope: 'line',
    why: '网站的工具栏与分享按钮',
    example: '分享到微信',
  },
  {
    id: 'toolbar-row',
    pattern:
      /^(?:[【[（]?(?:我要)?(?:打印|关闭|收藏|分享|纠错|推荐|复制|下载|阅读|加入收藏|返回顶部|返回首页|阅读原文)(?:本页|正文|窗口|页面|此页|本文|此文)?[】\]）]?[\s|｜·]{0,6}){2,8}$/u,
    scope: 'line',
    why: '网站的打印、关闭等按钮排成的一行',
    example: '【打印本页】 【关闭窗口】',
  },
  {
    id: 'dated-source',
    pattern:
      /^(?:[^，。；：]{0,60}?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s{0,4}\d{1,2}:\d\d(?::\d\d)?)?[\s|｜]{0,6}(?:来源|稿源|信息来源|文章来源|作者)：[^。]{0,60}|发[布表]于：?\s?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[^。]{0,60})$/u,
    scope: 'line',
    why: '网站的发布时刻与来源',
    example: '2024-03-05 10:20 来源：某某社',
  },
  {
    id: 'source-note',
    pattern: /^[（【[](?:责任编辑|责编|编辑|来源|稿源|文章来源|信息来源)：[^。；]{1,40}[）】\]]$/u,
    scope: 'line',
    why: '网站注明的来源与编辑',
    example: '（来源：某某日报）',
  },
  {
    id: 'copyright-line',
    pattern:
      /^(?:(?:主办|承办|主管)(?:单位)?：[^。]{0,60}|[^。，；]{0,60})(?:版权所有|网站标识码|ICP备|公网安备|Copyright|All Rights Reserved)[^。；]{0,100}$/iu,
    scope: 'line',
    why: '网站的版权与备案信息',
    example: '主办单位：某某市人民政府办公室　版权所有',
  },
  {
    id: 'timestamp',
    pattern: /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s{1,4}\d{1,2}:\d\d(?::\d\d)?$/u,
    scope: 'line',
    why: '网站的发布时刻',
    example: '2026-02-03 09:02:33',
  },
  {
    id: 'record-field',
    pattern: /^(?:-\s)?[a-z]{2,20}_[a-z0-9_]{1,20}[:：]\s.{0,300}$/u,
    scope: 'line',
    why: '收集者写在文前的登记项，不是正文',
    example: '- publish_date: 2022-05-17',
  },
  {
    id: 'posted-row',
    pattern:
      /^[^，。；：]{0,60}?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s{0,4}\d{1,2}:\d\d(?::\d\d)?(?:\s\p{Script=Han}{2,8})?$(?<!^.{0,40}(?:时间|定于|截[止至]|报名|会议|召开|考试|签到|报到).*)/u,
    scope: 'line',
    why: '公众号或网站的发布者与发布时刻',
    example: '原创 某区教育 某区教育发布 2024-09-10 18:30 浙江',
  },
  {
    id: 'follow-prompt',
    pattern:
      /^[^\p{L}\p{N}，。]{0,8}(?:请|欢迎)?(?:点击|点点?|长按|扫码|扫描|识别|戳|轻触)[^，。；]{0,20}[，,]?\s?(?:关注|蓝字|二维码|公众号|订阅|阅读原文|阅读全文|看更多)[^，。；]{0,16}$/u,
    scope: 'line',
    why: '公众号请人关注的话',
    example: '点击上方蓝字关注我们',
  },
  {
    id: 'account-notice',
    pattern:
      /^(?:以下文章来源于|本文转载自|转载自|收录于合集|本文来源：?|喜欢此内容的人还喜欢|预览时标签不可点)[^。；]{0,60}$/u,
    scope: 'line',
    why: '公众号的转载与合集说明',
    example: '以下文章来源于某某发布，作者某某发布',
  },
  {
    id: 'share-prompt',
    pattern:
      /^(?:点?分享|点?收藏|点?赞|点?在看|分享让更多人看到|打开客户端.{0,10}|打开APP.{0,10}|微信扫一扫.{0,20}|阅读原文|点个[“”]?(?:在看|赞)[“”]?[^。]{0,20}|阅读\s?\d[\d.,]{0,8}(?:万\+?|次|\+)?)$/iu,
    scope: 'line',
    why: '公众号或客户端请人分享的话',
    example: '分享让更多人看到',
  },
  {
    id: 'separator-line',
    pattern:
      /^(?:(?:[*＊]\s?){6,60}|(?:[-－=＝_—]\s?){6,80}|(?:[★☆●◆◇■□※]\s?){3,40}|(?:\p{Extended_Pictographic}\ufe0f?\s?){1,20})$/u,
    scope: 'line',
    why: '排成一行的符号，只作分隔',
    example: '＊＊＊＊＊＊＊＊＊＊',
  },
  {
    id: 'trail',
    pattern: /^(?:首页|首頁|主页|[^，。：；>＞»\s]{2,12}网)\s{0,2}(?:>{1,2}|＞{1,2}|»|›)[^，。；]{0,80}$/u,
    scope: 'line',
    why: '网站的位置导航',
    example: '首页 > 新闻 > 讲话',
  },
  {
    id: 'share-footer',
    pattern: /^-\s*(?:配套讲稿|特殊限制|关\s*键\s*词|版权提示|版权声明|温馨提示|资源描述|文档描述)：$/u,
    scope: 'line',
    why: '文档分享网站的页脚栏目',
    example: '- 特殊限制：',
  },
  {
    id: 'input-limit',
    pattern: /^限制\d{2,4}(?:字)?内$/u,
    scope: 'line',
    why: '网站输入框的字数提示',
    example: '限制150内',
  },
  {
    id: 'site-signature',
    pattern:
      /^（[^（）]{2,16}(?:网|文库|论坛|公众号|工作室|秘书|笔杆子)?(?:原创出品|原创首发|原创|独家整理|整理发布|首发|出品)）$/u,
    scope: 'line',
    why: '网站的署名',
    example: '（某某文库原创出品）',
  },
  {
    id: 'ellipsis-line',
    pattern: /^(?:\.{3,12}|…{1,6}|。{3,6})$/u,
    scope: 'line',
    why: '独占一行的省略号，网站可能在此截断了文本',
    example: '...',
  },
];

/** What a page says on every page, and its number: they may stand in mid sentence. */
export const pageRules = {
  head: {
    id: 'running-head',
    pattern: /^.{2,40}$/u,
    scope: 'line',
    why: '每页重复的页眉',
    example: '某某会议记录　2013年1月16日',
  },
  number: {
    id: 'page-number',
    pattern:
      /^(?:[-—–·\s]{0,4}\d{1,5}[-—–·\s]{0,4}|\d{1,4}\s?[/／]\s?\d{1,4}|第\s{0,2}\d{1,4}\s{0,2}[页頁](?:\s{0,3}[/，,]?\s{0,3}共\s{0,2}\d{1,4}\s{0,2}[页頁])?)$/u,
    scope: 'line',
    why: '页码',
    example: '— 12 —',
  },
} satisfies { [name: string]: DebrisRule };

/** A line that a site gives at the end of one page and at the beginning of the next. */
export const repeatedLine: DebrisRule = {
  id: 'repeated-line',
  pattern: /^.{6,80}$/u,
  scope: 'line',
  why: '上一页末行在下一页开头重复出现',
  example: '三、强化保障，确保工作取得实效',
};

/** The table above a document, as government sites print it: its rows are read by `stages/fields.ts`. */
export const documentTable: DebrisRule = {
  id: 'document-fields',
  pattern: /^[【[]?(?:\p{Script=Han}\s{0,4}){2,8}(?:[：】\]]|\t|$)/u,
  scope: 'line',
  why: '网站在文件前列出的索引号、发文机关等栏目',
  example: '发文机关：某某市人民政府　成文日期：2022年05月17日',
};

/** Furniture that a reader tells by where it stands or how it is marked, by the word of its hint. */
export const layoutDebris: { hint: string; id: string; why: string; example: string }[] = [
  { hint: '页眉', id: pageRules.head.id, why: pageRules.head.why, example: '云溪县现场会材料' },
  { hint: '页脚', id: 'running-foot', why: '每页重复的页脚', example: '云溪县人民政府办公室' },
  { hint: '页码', id: pageRules.number.id, why: pageRules.number.why, example: '— 12 —' },
  { hint: '水印', id: 'watermark', why: '斜排在页面上的水印', example: '内部资料' },
  { hint: 'Markdown 记号', id: 'markdown-sign', why: 'Markdown 的记号，不是文字', example: '## ' },
  { hint: '文首的字段', id: 'front-matter', why: '文首的字段，说的是文件，不是正文', example: 'title: 讲话' },
];

export interface WeakDebrisRule extends DebrisRule {
  /** Ids of the rules whose debris tells. */
  beside: string[];
  /** `before`: only a line right before such debris. */
  side: 'both' | 'before';
}

/** Lines too short to tell alone: they are debris only right beside debris of the rules named. */
export const weakDebris: WeakDebrisRule[] = [
  {
    id: 'toolbar-sign',
    pattern: /^(?:[>＞»|｜/×】大中小]|首页|首頁)$/u,
    scope: 'line',
    beside: ['toolbar', 'toolbar-sign', 'breadcrumb'],
    side: 'both',
    why: '网站工具栏或位置导航的零碎字符',
    example: '>',
  },
  {
    id: 'record-line',
    pattern: /^(?:-\s)?[a-z]{2,20}[:：]\s.{0,300}$|^-{3,8}$/u,
    scope: 'line',
    beside: ['record-field', 'record-line'],
    side: 'both',
    why: '收集者所写登记项的另一行，或登记项下的分隔线',
    example: '- publisher: 某某办公室',
  },
  {
    id: 'record-heading',
    pattern: /^(?:#\s)?\S{1,12}$/u,
    scope: 'line',
    beside: ['record-field', 'record-line'],
    side: 'before',
    why: '收集者所写登记项的标题',
    example: '# 原件登记',
  },
];

/** A site's notice that text was left out. The words in the parentheses decide, so that an author's own aside stays. */
export const omissionNotice: DebrisRule = {
  id: 'omission-notice',
  pattern:
    /(?:…|\.{3}){0,4}（(?=[^（）\n]{0,400}(?:省略\s*\d+\s*字|全文共\s*\d+\s*字|仅显示\s*\d+\s*字|正式会员|会员可|完整阅读|阅读全文|查看全文))[^（）\n]{2,400}(?:）(?:…|\.{3}){0,4}|$)/gu,
  scope: 'inline',
  why: '网站声明此处省略了文本',
  example: '……（某某网省略876字，正式会员可完整阅读）……',
};

/** Where a site names itself, most telling first. */
export const siteNamePatterns: { pattern: RegExp; why: string; example: string }[] = [
  {
    pattern: /位置：\s*([^>＞»\s/：]{2,16}?(?:网|文库|在线|论坛))\s*(?:>|＞|»|\/)/u,
    why: '位置导航的第一级',
    example: '您的位置：某某网>>正文',
  },
  {
    pattern: /（([^（）]{2,12}(?:网|文库|论坛|公众号))(?:原创|独家|首发|出品|整理)/u,
    why: '网站的署名',
    example: '（某某文库原创出品）',
  },
  {
    pattern: /请在\s*([^\s，。、]{2,12}?)\s*(?:-|—|，|的?网站|上搜索)/u,
    why: '分享说明里的搜索提示',
    example: '请在某某阁 - 分享文档赚钱的网站上搜索',
  },
  {
    pattern: /（([^（）\s]{2,12}?网)(?:https?:\/\/|www\.|省略)/u,
    why: '省略说明里的站名',
    example: '（某某网http://www.example.com省略876字）',
  },
  { pattern: /(?:文章来源|来源)：\s*([^\s，。：|]{2,20}(?:网|社|报|站))/u, why: '来源栏', example: '来源：某某网' },
];
