/**
 * Lines that stand on a site's page around a text and say nothing of it: rows of links, counters, names of its makers, and
 * what invites to read on. Matched on a trimmed line with restored punctuation, without the widgets below.
 */
import type { DebrisRule } from './debris.ts';

/** Buttons that share a line with a site's fields; without them the line shows what it is. */
export const widgets: DebrisRule[] = [
  {
    id: 'font-size',
    pattern:
      /[【[（]?\s{0,2}(?:字体|字号|字體|字號|字级|字級)(?:大小)?\s{0,2}[：:]?\s{0,2}[[【]?(?:\s{0,3}(?:超大|默认|大|中|小)){2,4}\s{0,2}[】\]）]{0,2}/gu,
    scope: 'inline',
    why: '网站的字号选择',
    example: '【字体：大 中 小】',
  },
  {
    id: 'button',
    pattern:
      /[【[](?:我要)?(?:打印|打 印|列印|关闭|关 闭|收藏|收 藏|纠错|推荐|分享|复制|复制链接|繁体)(?:本页|此页|此文|本文|正文|窗口|文章)?[】\]]/gu,
    scope: 'inline',
    why: '网站的按钮',
    example: '【打印本页】',
  },
];

/** Words that a site's own links are made of, in a row with signs between them. */
const LINK =
  '首页|主页|登录|登陆|注册|会员(?:登录|注册|中心|服务)?|返回(?:首页|顶部|列表|目录|上页|上一页)?|设为首页|加入收藏|收藏本站|(?:网站|站点)地图|联系(?:我们|方式|站长)|关于(?:我们|本站)|帮助(?:中心)?|版权(?:声明|申明|说明|所有)|免责(?:声明|条款)|法律声明|隐私(?:政策|声明|保护)|友情链接|广告(?:服务|合作)|投稿|留言(?:板)?|人才招聘|诚聘英才|网站(?:声明|首页|导航)|手机版|电脑版|触屏版|English|RSS';

/** A link of such a row, and what stands between two. */
const ITEM = '[^，。；：|｜·\\s]{2,10}';
const BETWEEN = '\\s{0,3}[|｜·]\\s{0,3}';

export const siteLines: DebrisRule[] = [
  {
    id: 'link-row',
    pattern: new RegExp(
      `^[|｜·\\s]{0,4}(?:(?:${ITEM}${BETWEEN}){0,6}(?:${LINK})(?:${BETWEEN}${ITEM}){1,10}|(?:${ITEM}${BETWEEN}){1,10}(?:${LINK}))[|｜·\\s]{0,4}$`,
      'iu',
    ),
    scope: 'line',
    why: '网站的一行链接',
    example: '关于我们 | 会员服务 | 联系方式',
  },
  {
    id: 'share-row',
    pattern:
      /^(?:(?:打印|收藏|分享到?|转发到?|微信|朋友圈|微博|新浪微博|腾讯微博|QQ空间|QQ好友|QQ|人人网|豆瓣|复制链接|更多)[：:\s|｜·]{0,6}){3,12}$/u,
    scope: 'line',
    why: '网站分享到各处的一行按钮',
    example: '分享到： 微信 微博 QQ空间',
  },
  {
    id: 'paywall',
    pattern:
      /^[^。；]{0,30}(?:付费|会员|VIP|登录|登陆|注册|订阅|购买|充值)[^。；]{0,16}(?:阅读|查看|浏览|下载|解锁)(?:全文|全部|更多|剩余|原文|完整)[^。；]{0,20}[。！]?$/iu,
    scope: 'line',
    why: '网站要人付费或登录才给看全文的话',
    example: '本文为付费内容，开通会员后可阅读全文',
  },
  {
    id: 'counters',
    pattern:
      /^(?:(?:字数|字數|浏览|瀏覽|阅读|下载|点击|人气|评论|收藏|顶|踩|页数|大小)\s{0,2}[：:]?\s{0,2}[\d,.]{1,9}\s{0,2}(?:万\+?|字|次|人|页|条|KB|MB)?[\s|｜]{0,6}){2,8}$/iu,
    scope: 'line',
    why: '网站的字数与浏览、下载次数',
    example: '字数：2539 字 浏览：1837次 下载：37次',
  },
  {
    id: 'dated-counters',
    pattern:
      /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s{1,4}\d{1,2}:\d\d(?::\d\d)?)?[\s|｜]{1,8}(?:阅读|浏览|点击|访问)[量数次]{0,2}\s?[：:]?\s?[\d,.]{1,9}(?:万\+?|次|人)?$/u,
    scope: 'line',
    why: '网站的发布时刻与阅读次数',
    example: '2031-08-10 15:26　阅读量：384',
  },
  {
    id: 'previous-next',
    pattern:
      /^[【[（]?(?:上一?[篇条页则頁則]|下一?[篇条页则頁則]|前一篇|后一篇)(?:文章|新闻|信息|：|】|\])[^。；]{0,120}$/u,
    scope: 'line',
    why: '上一篇、下一篇的链接',
    example: '上一篇：在全区老干部座谈会上的讲话',
  },
  {
    id: 'site-contact',
    pattern:
      /^(?:(?:客服|站长|在线客服|商务合作)(?:QQ群?|微信号?|电话|邮箱)?|(?:微信)?公众号|微信号)[：:]\s?[\w@.-]{4,40}$/iu,
    scope: 'line',
    why: '网站的联系方式',
    example: '客服QQ：12345678',
  },
  {
    id: 'end-mark',
    pattern: /^[-—–－·•\s]{0,6}(?:[（(]?(?:全文)?[完]+[）)]?|(?:THE )?END)[-—–－·•\s]{0,6}$/iu,
    scope: 'line',
    why: '编者写在文末的“完”',
    example: '- END -',
  },
  {
    id: 'page-code',
    pattern: /^(?:\+1|\d{16,60})$/u,
    scope: 'line',
    why: '网页的点赞按钮或内部编号',
    example: '0100200100100000000000000111',
  },
  {
    id: 'upload-row',
    pattern: /^(?:文档来源|资料来源|上传人|上传者|贡献者|提供者|分享者|文档编号|文档格式)：[^。；]{0,100}$/u,
    scope: 'line',
    why: '文档分享网站的上传信息',
    example: '文档来源：网络　上传人：某某　2012-03-09',
  },
  {
    id: 'capture-field',
    pattern:
      /^(?:URL|url|网址|链接|原文链接|原文地址|原文网址|来源网址|来源链接|文章链接|本文链接|本文地址|抓取时间|采集时间|爬取时间|下载时间|文种)\s{0,2}[：:]\s{0,3}[^。；]{1,300}$/u,
    scope: 'line',
    why: '收集者写在文前的登记项，不是正文',
    example: '抓取时间：2026-04-03',
  },
];

/** What a site says for its own protection; only among the first and the last lines. */
export const disclaimer: DebrisRule = {
  id: 'disclaimer',
  pattern:
    /^[^\n]{0,60}(?:仅供(?:参考|学习|个人)|请(?:浏览|预览|阅读)后下载|(?:如有|若有|涉及)侵权|侵权.{0,10}删除|转载请(?:注明|保留|联系)|未经.{0,16}(?:转载|不得使用|复制|禁止使用)|不代表本(?:网|站|平台|公众号|报)|本文(?:来自|来源于?|转自)(?:网络|互联网)|版权归原作者|下载后可(?:任意|自行)?(?:编辑|修改))[^\n]{0,80}$/u,
  scope: 'line',
  why: '网站的免责与版权声明',
  example: '（声明：本文仅代表作者观点，不代表本网立场）',
};

/** What a page that has retitled a text says of it: no text, but the title where the copy has no other. */
export const originalTitle: DebrisRule = {
  id: 'original-title',
  pattern: /^[（(]?原(?:标题|標題|题|題)[：:]\s{0,2}(\S.{1,100}?)[）)]?$/u,
  scope: 'line',
  why: '转载的网站注明的原标题',
  example: '原标题：某某：把灌渠修到田头',
};

/** The word before a title in the first lines of a copy that someone has taken down; the title itself stays. */
export const titleLabel: DebrisRule = {
  id: 'title-label',
  pattern: /^\s{0,20}[【[]?(?:标\s{0,2}题|题\s{0,2}目|文章标题|讲话标题)\s{0,2}[】\]]?\s{0,2}[：:]\s{0,4}(?=\S)/u,
  scope: 'inline',
  why: '标题前的栏目名',
  example: '标题：在全区会议上的讲话',
};

/** What opens the list of other texts that ends a page. Debris only where nothing but such a list follows. */
export const readOn: DebrisRule = {
  id: 'read-on',
  pattern:
    /^.{0,60}(?:相关(?:文章|阅读|新闻|范文|推荐|内容|稿件|链接|报道|文档|资料|热词)|推荐(?:阅读|文章|访问)|往期(?:推荐|回顾|精选)|延伸阅读|猜你喜欢|热门(?:文章|推荐|阅读|新闻)|更多(?:文章|阅读|精彩)|最新(?:文章|资讯)|精彩推荐|标签|TAGS?)[^，。；]{0,8}[：:】\]]{0,2}$/iu,
  scope: 'line',
  why: '网站在文后列出的别的文章',
  example: '往期推荐',
};
