/** Words that show who speaks. */
import { list } from './word-group.ts';

/** How an office ends; the longest that fits is meant. */
export const offices = list(`
  总书记 书记 省长 市长 区长 县长 州长 旗长 盟长 镇长 乡长 村长 主席 主任 局长 厅长 部长 司长 处长 科长 院长 校长 会长
  秘书长 总理 国务委员 董事长 总经理 总裁 行长 组长 理事长 检察长 行政长官 行政長官 常委 台长 社长 馆长 署长 司令员 政委
  巡视员 调研员 专员 总工程师 党组成员 委员
`);

/** What stands after a name in courtesy and is no part of it. */
export const courtesies = list('同志 先生 女士 院士 教授');

/** A label before the name. */
export const labels = list('讲话人 发言人 报告人 致辞人 作者 主讲人 主讲');

/** Words with which a title tells of another's speech: what precedes 在 is then no speaker. */
export const reporting = list('学习 贯彻 传达 落实 围绕 关于 转发 印发 解读 摘录 收听 收看 致');

/** A name never ends so: these end bodies, offices and their kinds. Example: `高新区书记` is no Mr. 高新区. */
export const bodyEndings = '省市县区州盟旗乡镇村委部局办会厅院校组党团处科所站室副总原任务级大司队社厂行府';

/** Everyday words and headings that begin with a surname. Example: the line `方案` under a title. */
export const noNames = new Set(
  list(`
    方案 简介 时间 高度 方面 和谐 安全 时代 明天 国家 公告 公报 强调 展望 展示 全文 正文 文件 文稿 常务 成员 成果 平台
    平安 应用 明确 计划 元旦 和平 信息 单位 利益 海外 原文 原创 相关 印发 支持 向前 关于 关键 程序 章程 路径 连续 高新
    经济 于是 时任 现任 前任 游客 来源 来宾 官方 查看 注释 索引 初稿 全体 商务 商会 公司 国务院 居民 农民 党员 干部 卫生
    教育 党中央 温馨提示 文化 安排 部署 师生 宣传 官员 谈话 成立 边防 支部 农业
  `),
);
