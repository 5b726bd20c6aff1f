/** Which characters of a text name a place at all: a gazetteer alone finds counties in ordinary words. */
import { list, type WordGroup } from './word-group.ts';

/** Longer words that are read as a whole before any place name that begins inside them. */
export const coveringWords: WordGroup[] = [
  {
    words: list(`
      创新 更新 革新 推广 增广 均衡 平衡 集中 国内 境内 省内 市内 发达 到达 通达 直达 确保 担保 环保 公安 治安
      沿海 近海 渤海 黄海 黄河 长江 沿江 东南 西南 东北 西北 城市 首都 客运 营运 货运 适宜 相应 对应 响应 供应
      新增 倍增 提高 水平 公平 太平 服从 自从 正常 日常 经常 以来 未来 带来 安全 健全 保全 共同 不同 合同 协同
      经济 救济 稳定 规定 决定 制定 坚定 锚定 扩大 重大 强大 伟大 巨大 广大 加大 做大 最大 增长 成长 美丽 秀丽
      诚信 平台 舞台 普惠 优惠
    `),
    why: '词尾的字与后面的字会拼成地名',
    example: '高水平创新县的“新县”，均衡水平的“衡水”，扩大连片种植的“大连”',
  },
  {
    words: list(`
      长治久安 文山会海 世界大同 天下大同 朝阳产业 大理石 普洱茶 和田玉 玉树临风
      阿里巴巴 阿里云 宁德时代 孙中山 中山装 中山大学 黄浦江 巴丹吉林 美国德州
    `),
    why: '成语、物名、人名和企业名里的地名',
    example: '引进宁德时代建设电池基地',
  },
  {
    words: list(`
      上海合作组织 遵义会议 延安精神 延安整风 大庆精神 井冈山精神 北京冬奥 北京时间 大庆油田
      温州模式 苏州模式 合肥模式 深圳速度 浦东速度 晋江经验 枫桥经验 义乌经验
    `),
    why: '以地名为名的组织、史事和各地都讲的经验',
    example: '坚持和发展新时代“枫桥经验”',
  },
  {
    words: list('出海口 海口岸 江门户 南平台 南平原 南通道 西安排 南充分 四平台 北海道 天水圍 馬鞍山'),
    why: '跨两个词的地名，和别处同名的地方',
    example: '西南通道的“南通”',
  },
];

/** Short names that are everyday words or often stand across two words. */
export const ordinaryShortNames: WordGroup[] = [
  {
    words: list(`
      长治 大同 朝阳 安康 三明 日照 通化 安顺 白银 来宾 大庆 开封 中山 黄山 海东 海北 海西 黄南 山南 保定 天水 文山
      大理 玉树 四平 白山 河源 内江 中卫 广安 衡水 新乡 阿里 兴安 和田 本溪 红河 怒江 凉山
    `),
    why: '地级名的简称是常用词，全称也在文中时才算',
    example: '幸福安康；朝阳行业；白银价格',
  },
  {
    words: list(`
      资源 合作 新兴 和平 平安 新华 向阳 前进 前锋 复兴 振兴 兴业 兴国 富民 富裕 友好 友谊 解放 工农 爱民 共和 同心
      同德 宏伟 光明 高明 方正 延长 比如 会同 互助 通道 政和 和政 民和 大方 安居 安定 长寿 无为 无极 仁和 江山 江南
      江北 城中 城关 城东 城西 城北 城厢 市中 市南 市北 新城 老城 新建 新市 新民 新星 港口 河口 湖口 海港 湖滨 滨江
      滨海 滨湖 沿河 运河 温泉 清水 清流 响水 灯塔 铁力 钢城 古城 山城 双城 水城 莲花 牡丹 芙蓉 中原 东方 南部 南岸
      天山 东风 红旗 二道 道里 道外 站前 临江 临海 开化 长安 大足 大田 三江 双江 大化 龙门 武功 凤凰 麒麟 高台 台前
      未央 名山 南山 南海 东海 西湖 东湖 南湖 太湖 盐田
    `),
    why: '县级名的简称是常用词，单独出现都不算',
    example: '新兴产业；开展交流合作；打造平安企业',
  },
];

/** Full names that are made of everyday words. */
export const ordinaryNames: WordGroup = {
  words: list(`
    新城区 老城区 古城区 山城区 城中区 城东区 城西区 城北区 市中区 城关区 城厢区 新市区 新建区 港口区 河口区 海港区
    湖滨区 滨江区 滨湖区 江南区 江北区 运河区 南山区 青山区 金山区 名山区 解放区 工农区 和平区 平安区 光明区 振兴区
    复兴区 新华区 前进区 长安区 富裕县 富民县 兴业县 资源县 新兴县 南部县 平原县 互助县 合作市 东方市
  `),
  why: '全称也像普通的话，前面有上级地名或后面有党政机关时才算',
  example: '老城区改造；西南山区；平安县区创建',
};

/** A last character of a name that belongs to the word after it. The name is then read without it. */
export const misreadEndings: { ending: string; next: string; example: string }[] = [
  { ending: '区', next: '域块划位间别', example: '河北区域协同' },
  { ending: '县', next: '域级', example: '资源县级平台' },
  { ending: '市', next: '场值', example: '上海市场' },
  { ending: '东西南北', next: '岸麓坡侧', example: '长江西岸的“江西”' },
];
