/** Words by which a place name shows whose it is: the speaker's own, or that of a partner, a rival, a firm. */
import { list, type WordGroup } from './word-group.ts';

/** Bodies that stand in the place they are named after. They follow the name. */
export const localBodies: WordGroup = {
  words: list(`
    省委 市委 县委 区委 州委 旗委 盟委 地委 党委 纪委 人民政府 政府 人大 人民代表大会 政协 代表大会 党工委 管委会 常委会
    省长 市长 县长 区长 州长 书记 行政长官 行政長官 立法会 立法會 经济技术开发区 经济开发区 高新技术产业开发区 开发区
    高新区 经开区 工业园区 新区 分站 分公司 分院 分中心 分行 分会场 一中 第一中学
  `),
  why: '以地名为名、就设在那里的机构',
  example: '金华开发区；联通金华分公司',
};

/** The local bodies that prove even a name of everyday words, or the short name of a county, to be a place. */
export const governingBodies: WordGroup = {
  words: list(`
    省委 市委 县委 区委 州委 旗委 盟委 地委 党委 人民政府 政府 人大 人民代表大会 政协 党工委 管委会
    省长 市长 县长 区长 州长 行政长官 行政長官 立法会 立法會 经济技术开发区 经济开发区 高新技术 开发区 高新区 经开区
  `),
  why: '党政机关和开发区只用真正的地名',
  example: '新兴县委；长丰县委；昆山高新区',
};

/** Bodies whose name carries a place for which they do not speak; up to eight characters after the place. */
export const otherBodies: WordGroup = {
  words: list(`
    大学 师大 交大 学院 集团 公司 股份 银行 证券 交易所 日报 晚报 卫视 出版社 大运会 亚运会 奥运会 峰会 自由贸易港
    航空 电气
  `),
  why: '学校、企业、报社和赛会的名称不说明讲话的地方',
  example: '浙江工业大学；来源：云南日报',
};

/** Right before the name: the speaker's own place. */
export const ownBefore: WordGroup = {
  words: list('数字 美丽 现代化 平安 法治 健康 智慧 幸福 活力 魅力 清廉 创新 开放 跳出 立足 扎根 新时代'),
  why: '讲自己地方时放在地名前的话',
  example: '点亮数字镇江；跳出金华看全局',
};

/** Right after the name: the speaker's own place. */
export const ownAfter: WordGroup = {
  words: list('看全局 实际 篇章 新篇章 实践 样板 担当 力量 贡献 儿女 故事 更加美好 大地 而言'),
  why: '讲自己地方时放在地名后的话',
  example: '谱写镇江篇章；贡献金华力量',
};

/** Anywhere in the clause: its places are others. */
export const otherInClause: WordGroup = {
  words: list(`
    相比 相较 互设 飞地 对口 结对 看齐 学习考察 考察学习 考察对接 协作 差距 挂职 友好城市 兄弟
  `),
  why: '比较、协作、往来的对象',
  example: '与上海、杭州等城市相比；与上海、深圳等城市互设产业飞地',
};

/** From here to the end of the clause the places are others. */
export const otherOnwardInClause: WordGroup = {
  words: list(`
    对标 借鉴 接轨 学习 引进 毗邻 邻近 总部在 总部位于 援建 帮扶 赴 前往 走访 落后于 领先于 高于 低于 不如 仅次于
    战胜 超过 融入 承接 来自
  `),
  why: '学习、比较、往来的动词，后面的是外地',
  example: '嘉兴要主动接轨上海；学习借鉴昆山高新区经验',
};

/** From here to the end of the sentence the places are others. */
export const otherOnward: WordGroup = {
  words: list('比如 例如 譬如 诸如 各地都 先进地区 发达地区 标杆城市 兄弟城市 兄弟地区 竞争对手'),
  why: '举例、讲外地',
  example: '全国各地都在发力，比如阳朔县积极对接，中山市大力推动',
};

/** Right before the name: another place. */
export const otherBefore: WordGroup = {
  words: list('与 同 跟 较 比 往 距 离 而 如 像 抵 邻 联动 对接 不及 靠近 背靠'),
  why: '放在外地名前的话',
  example: '而杭州已超过500家；像合肥那样办基金',
};

/** Right after the name: one of several other places. */
export const otherAfter: WordGroup = {
  words: list('等地 等城市 等先进 等发达 等一线 等省 等市 等周边 等兄弟'),
  why: '列举外地',
  example: '杭州等地的做法值得重视',
};

/** How a text speaks of its own place: one of `words` before one of `kinds`, which says of what kind it is. */
export const selfWords: WordGroup & { kinds: readonly string[] } = {
  words: ['我', '全', '本'],
  kinds: ['省', '市', '县', '区', '州', '旗', '盟'],
  why: '自称说明自己是哪一级',
  example: '我市、全县、本省',
};

/** How a text speaks for the whole country. */
export const nationWords: WordGroup = {
  words: list('我国 我國 各地区各部门 各地区、各部门'),
  why: '通篇讲国家而几乎不自称省市县的，是全国性文件',
  example: '我国经济长期向好',
};

/** Bodies of the whole country; where one of them opens the title or the byline, the text belongs to no place. */
export const nationalBodies: WordGroup = {
  words: list(`
    中共中央 中国共产党中央 中国共产党第 国务院 全国人大 全国人民代表大会 全国政协 中央军委 中华人民共和国
    最高人民法院 最高人民检察院 中国人民银行 中央办公厅 中央网信办 中央组织部 中央宣传部 国家主席 国家发展 国家发改委
    国家能源局 国家数据局 国家统计局 国家税务总局 国家卫生健康委 工业和信息化部 工信部 科学技术部 科技部 教育部 财政部
    商务部 农业农村部 自然资源部 生态环境部 民政部 交通运输部 住房和城乡建设部 住建部 人力资源和社会保障部 人社部
    文化和旅游部 水利部 公安部 司法部 应急管理部 国防部 外交部
  `),
  why: '全国性机关的文件没有地方',
  example: '国务院办公厅关于印发某规划的通知',
};

/** Meetings of the whole country, in the title or the lines under it. */
export const nationalMeetings: WordGroup = {
  words: ['在全国', '全国人民代表大会', '全国代表大会'],
  why: '全国性会议上的讲话没有地方',
  example: '在全国科技大会上的讲话',
};

/** In whose name the text says it speaks, where that is the whole country. */
export const nationalMandates: WordGroup = {
  words: list('受国务院委托 代表国务院 受党中央委托 代表党中央 各省、自治区、直辖市'),
  why: '自称代表国家或向各省发文',
  example: '我代表国务院，向大会报告政府工作',
};
