/** A subject of the library and the words that show it in a text. */
export interface Topic {
  /** Part of an address, chosen once. */
  id: string;
  name: string;
  /** A speech may carry the topic only if its text contains at least one of these, as written. */
  words: string[];
}

/** Closed list, in the order in which topics are shown. */
export const topics: Topic[] = [
  { id: 'artificial-intelligence', name: '人工智能', words: ['人工智能', 'AI'] },
  { id: 'robotics', name: '机器人', words: ['机器人'] },
  { id: 'internet-of-things', name: '物联网', words: ['物联网'] },
  { id: 'semiconductors', name: '集成电路与传感器', words: ['集成电路', '芯片', '传感器', '光电子'] },
  { id: 'digital-economy', name: '数字经济', words: ['数字经济', '数字化', '大数据', '云计算', '算力'] },
  { id: 'advanced-manufacturing', name: '先进制造业', words: ['先进制造业', '智能制造', '制造业'] },
  { id: 'new-quality-productive-forces', name: '新质生产力', words: ['新质生产力'] },
  { id: 'industrial-parks', name: '产业园区', words: ['园区', '开发区', '高新区'] },
  { id: 'industrial-clusters', name: '产业集群', words: ['产业集群', '集群'] },
  { id: 'investment-promotion', name: '招商引资', words: ['招商', '招引'] },
  { id: 'innovation', name: '科技创新', words: ['科技创新', '技术攻关', '创新平台', '研发'] },
  { id: 'talent', name: '人才', words: ['人才'] },
  { id: 'finance', name: '产业金融', words: ['基金', '融资', '金融'] },
  { id: 'business-environment', name: '营商环境', words: ['营商环境', '政务服务'] },
  { id: 'logistics', name: '物流与枢纽', words: ['物流', '枢纽'] },
];

/** All of these words: where the lines of titles may not end, however a general dictionary takes them apart. */
export const topicWords = topics.flatMap(({ words }) => words);
