/** English for the words by which speeches are told apart. An id is made of these; other words are spelled in pinyin. */

/** English that names no subject by itself. */
export const weak: ReadonlySet<string> = new Set(['industry', 'upgrade', 'economy', 'city', 'projects', 'culture']);

/** The first word of a run that stands in the text holds: longer words come before those inside them. */
export const english: [chinese: string, english: string][] = [
  // The words of `src/data/topics.ts`.
  ['新质生产力', 'new-quality-productive-forces'],
  ['先进制造业', 'advanced-manufacturing'],
  ['人工智能', 'ai'],
  ['AI', 'ai'],
  ['机器人', 'robotics'],
  ['物联网', 'iot'],
  ['集成电路', 'chips'],
  ['芯片', 'chips'],
  ['传感器', 'sensors'],
  ['光电子', 'photonics'],
  ['数字经济', 'digital-economy'],
  ['数字化', 'digital'],
  ['大数据', 'big-data'],
  ['云计算', 'cloud-computing'],
  ['算力', 'computing-power'],
  ['智能制造', 'smart-manufacturing'],
  ['制造业', 'manufacturing'],
  ['园区', 'parks'],
  ['开发区', 'development-zone'],
  ['高新区', 'high-tech-zone'],
  ['产业集群', 'industry-cluster'],
  ['集群', 'cluster'],
  ['招商', 'investment'],
  ['招引', 'investment'],
  ['科技创新', 'innovation'],
  ['创新平台', 'innovation'],
  ['技术攻关', 'key-technologies'],
  ['研发', 'research'],
  ['人才', 'talent'],
  ['基金', 'funds'],
  ['融资', 'financing'],
  ['金融', 'finance'],
  ['营商环境', 'business-environment'],
  ['政务服务', 'government-services'],
  ['物流', 'logistics'],
  ['枢纽', 'hub'],
  // What else titles often name.
  ['政府工作报告', 'government-work-report'],
  ['产业', 'industry'],
  ['升级', 'upgrade'],
  ['民营经济', 'private-economy'],
  ['经济', 'economy'],
  ['乡村振兴', 'rural-vitalization'],
  ['安全生产', 'work-safety'],
  ['生态环境', 'environment'],
  ['环境保护', 'environment'],
  ['基层治理', 'local-governance'],
  ['党建', 'party-building'],
  ['党风廉政', 'clean-government'],
  ['防汛', 'flood-control'],
  ['消防', 'fire-safety'],
  ['教育', 'education'],
  ['卫生', 'health'],
  ['就业', 'employment'],
  ['文化', 'culture'],
  ['旅游', 'tourism'],
  ['农业', 'agriculture'],
  ['工业', 'industry'],
  ['项目', 'projects'],
  ['城市', 'city'],
  ['交通', 'transport'],
  ['法治', 'rule-of-law'],
];

/** Names that stand in titles everywhere; cut out before the words are looked at. */
export const names = ['习近平', '总书记', '中共中央', '党中央', '国务院'];

/** Words of almost every title: they tell no speech from another. */
export const common =
  /^(在|的|了|和|与|及|上|下|中|为|以|对|把|就|并|让|做|抓|好|大|一个|关于|我|我们|全省|全市|全县|全区|全国|全州|全镇|省|市|县|区|州|镇|乡|年|月|日|年度|上半年|下半年|第|次|届|会|会议|大会|会上|例会|全会|扩大|例行|座谈|座谈会|推进|推进会|动员|动员会|部署|启动|仪式|启动仪式|总结|表彰|表彰大会|调度|现场|现场会|专题|电视|电话|视频|培训|培训班|开班|开班式|研讨|研讨会|党组|党委|党工委|市委|县委|区委|省委|政府|书记|市长|县长|区长|省长|主任|局长|主席|领导|同志|工作|发展|加快|推动|推|加强|促进|提升|打造|建设|高质量|全面|深入|进一步|讲话|发言|致辞|报告|意见|材料|稿|关键|重点|任务)$/;
