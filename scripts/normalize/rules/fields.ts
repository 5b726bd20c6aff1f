/** Labelled fields: what a site's table says about a document, and what the head of minutes says about a meeting. */
import { list, type WordGroup } from './word-group.ts';

/** What a field tells; `other` tells nothing that is kept. */
export type FieldKind = 'title' | 'issuer' | 'documentNumber' | 'issued' | 'published' | 'sourceSite' | 'other';

export interface FieldRule extends WordGroup {
  field: FieldKind;
}

/** Labels of the table that government sites put above a document. Inside a label there may be spaces: `索 引 号`. */
export const documentFields: FieldRule[] = [
  {
    field: 'title',
    words: list('标题 名称 文件名称 公文标题 信息名称 文件标题'),
    why: '文件的题目',
    example: '标　　题：',
  },
  {
    field: 'issuer',
    words: list('发文机关 发文单位 发布机构 发布机关 发布单位 制发机关 公开单位 制定机关 公开主体'),
    why: '发文的机关',
    example: '发文机关：某某市人民政府',
  },
  {
    field: 'documentNumber',
    words: list('发文字号 文号 发文文号 发文号 文件编号 公文文号 文件号'),
    why: '文件的编号',
    example: '发文字号：国办发〔2022〕17号',
  },
  {
    field: 'issued',
    words: list('成文日期 发文日期 制发日期 生成日期 印发日期 发文时间 成文时间 生成时间 印发时间'),
    why: '发文的日期',
    example: '成文日期：2022年05月17日',
  },
  { field: 'published', words: list('公开日期 公开时间'), why: '网站公开的日期', example: '公开日期：2022-12-15' },
  {
    field: 'other',
    words: list(`
      索引号 信息索引号 主题分类 主题词 组配分类 公文种类 体裁分类 有效性 时效性 信息分类 公开方式 公开形式 公开范围 效力状态 公开类别
      信息公开目录 服务对象 服务对象分类 关键词 内容概述 废止日期 生效日期 实施日期 失效日期 登记号 统一登记号 统一编号 文件状态 责任部门 所属主题 公开目录
    `),
    why: '检索文件用的栏目',
    example: '索 引 号：000014349/2022-00045',
  },
];

/** Labels of a posting: alone they are a site's row, beside document fields a part of the table. */
export const postingFields: FieldRule = {
  field: 'published',
  words: list('发布日期 发布时间 发表日期 发表时间 公布日期'),
  why: '网站发布的日期',
  example: '发布日期：2022年12月15日',
};

/** Keys between `---` at the top of a Markdown file. Its author may be who posted it. */
export const frontFields: FieldRule[] = [
  { field: 'title', words: list('title 标题'), why: '文件的题目', example: 'title: 在某某会上的讲话' },
  {
    field: 'published',
    words: list('date pubDate pubdate published publishDate datePublished created 日期'),
    why: '发布的日期',
    example: 'date: 2023-05-18',
  },
  { field: 'sourceSite', words: list('source site publisher 来源'), why: '转自何处', example: 'source: 某某日报' },
];

/** Labels at the head of minutes. They are text, and so is the time beside them. */
export const meetingFields: WordGroup = {
  words: list(
    '地点 地點 会议地点 讲话地点 讲话人 发言人 主持 主持人 会议主持 出席 出席人员 参加人员 参会人员 列席 列席人员 记录 记录人 记录整理 缺席 请假',
  ),
  why: '会议记录、纪要开头的栏目',
  example: '地点：市政府三楼会议室',
};

/** When a meeting was held, beside those fields. */
export const meetingTime = /^(?:会议|讲话|召开|开会|发言)?(?:时\s{0,2}间|日期)：/u;
