/** Parts of a page that are furniture of the site, known by what they are marked up or named as. */
export interface FurnitureRule {
  id: string;
  /** Elements, and values of `role`, that mean it. */
  tags: readonly string[];
  roles: readonly string[];
  /** Whole words of `class` and `id`, after `mainNav` and `main-nav` have both become `main nav`. */
  names: RegExp | null;
  why: string;
  example: string;
}

const none: readonly string[] = [];

export const furnitureRules: FurnitureRule[] = [
  {
    id: 'breadcrumb',
    tags: none,
    roles: none,
    names: /\b(?:breadcrumbs?|crumbs?|bread|path|mbx|weizhi|dqwz|curpos|curr?ent position|your position|locate)\b/,
    why: '网站的位置导航',
    example: '<div class="crumbs">首页 > 讲话</div>',
  },
  {
    id: 'search-box',
    tags: ['search'],
    roles: ['search'],
    names: /\b(?:search|searchbox|searchbar|sousuo|s form)\b/,
    why: '网站的搜索框',
    example: '<div id="search">搜索</div>',
  },
  {
    id: 'font-size-widget',
    tags: none,
    roles: none,
    names: /\b(?:font ?sizes?|zihao|ziti|change font|text size)\b/,
    why: '网站的字号选择',
    example: '<div class="fontsize">大 中 小</div>',
  },
  {
    id: 'share-widget',
    tags: none,
    roles: none,
    names:
      /\b(?:share|sharing|shares|sharedaddy|fenxiang|fx|bdshare\w*|bdsharebuttonbox|jiathis\w*|social|weixin|wechat|weibo)\b/,
    why: '网站的分享按钮',
    example: '<div class="share">分享到：微信 微博</div>',
  },
  {
    id: 'print-button',
    tags: none,
    roles: none,
    names: /\b(?:print ?(?:btn|button|link|tool)?|dayin|toolbar|user control|article tools?|tools)\b(?! ?area)/,
    why: '网站的打印、关闭等按钮',
    example: '<div class="toolbar">【打印】【关闭】</div>',
  },
  {
    id: 'previous-next',
    tags: none,
    roles: none,
    names: /\b(?:prev|previous|next|prevnext|pre next|shangxia|sxp|pager|pagination|page ?nav)\b/,
    why: '上一篇、下一篇的链接',
    example: '<div class="prev">上一篇：某文</div>',
  },
  {
    id: 'related-links',
    tags: none,
    roles: none,
    names:
      /\b(?:related?|relate \w+|xgwz|xgxw|xgyd|xgwd|xglj|recommend(?:ed|ation|s)?|tuijian|hot ?news|more ?news|rank(?:ing)?)\b/,
    why: '网站的相关阅读与推荐',
    example: '<div class="related">相关阅读</div>',
  },
  {
    id: 'comment-area',
    tags: none,
    roles: none,
    names: /\b(?:comments?|pinglun|respond|reply|replies|disqus\w*)\b/,
    why: '网站的评论区',
    example: '<div id="comments">网友评论</div>',
  },
  {
    id: 'qr-code',
    tags: none,
    roles: none,
    names: /\b(?:qr ?codes?|ewm|erweima)\b/,
    why: '二维码的说明',
    example: '<div class="qrcode">扫一扫在手机打开</div>',
  },
  {
    id: 'advertisement',
    tags: none,
    roles: none,
    names: /\b(?:ads?|adv|advert\w*|adsbygoogle|guanggao|banner|piaofu)\b/,
    why: '广告',
    example: '<div class="banner">广告</div>',
  },
  {
    id: 'login-box',
    tags: none,
    roles: none,
    names: /\b(?:log ?in|sign ?in|register|denglu|user ?(?:info|box))\b/,
    why: '网站的登录框',
    example: '<div class="login">登录 | 注册</div>',
  },
  {
    id: 'page-footer',
    tags: ['footer'],
    roles: ['contentinfo'],
    names: /\b(?:footer|foot|copy ?right|banquan|beian|bottom ?(?:nav|link|info)|friend ?links?|yqlj)\b/,
    why: '网站的页脚',
    example: '<div id="footer">版权所有</div>',
  },
  {
    id: 'sidebar',
    tags: ['aside'],
    roles: ['complementary'],
    names: /\b(?:aside|side|sidebar|side ?(?:menu|nav|box|bar)|left ?(?:nav|menu|bar)|right ?(?:nav|menu|bar))\b/,
    why: '网站的边栏',
    example: '<div class="sidebar">栏目</div>',
  },
  {
    id: 'navigation',
    tags: ['nav', 'menu'],
    roles: ['navigation', 'menu', 'menubar'],
    names:
      /\b(?:nav|navs|navi|navbar|navigation|menus?|daohang|dh|top ?(?:nav|link|links|bar|menu)|main ?nav|site ?map|skip(?: link)?)\b/,
    why: '网站的导航',
    example: '<ul id="mainNav"><li>首页</li></ul>',
  },
  {
    id: 'page-header',
    tags: ['header'],
    roles: ['banner'],
    names: /\b(?:header|top|logo|site ?(?:name|title|header)|page ?header|masthead)\b/,
    why: '网站的页头',
    example: '<div id="header">某市人民政府</div>',
  },
  {
    id: 'link-list',
    tags: none,
    roles: none,
    names: null,
    why: '成列的链接，通向别的网页',
    example: '<ul><li><a href="/1">某新闻</a></li>…</ul>',
  },
];

/** @returns the id of the rule that the element's tag, role, class or id calls for */
export function furnitureNamed(
  tag: string,
  attributes: { class?: string; id?: string; role?: string; [name: string]: string | undefined },
): string | null {
  const { role } = attributes;
  const names = namesOf(`${attributes.class ?? ''} ${attributes.id ?? ''}`);
  const rule = furnitureRules.find(
    (each) =>
      each.tags.includes(tag) ||
      (role !== undefined && each.roles.includes(role)) ||
      (names !== '' && each.names?.test(names)),
  );
  return rule?.id ?? null;
}

/** `mainNav top_link2` → `main nav top link`; long lists of names are cut. */
export function namesOf(value: string): string {
  return value
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
