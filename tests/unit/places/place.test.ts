import { describe, expect, it } from 'vitest';
import { findPlace, type TextPiece } from '../../../scripts/normalize/stages/place.ts';

/** `题：…` is a title, `署：…` a byline, anything else a paragraph. */
function pieces(texts: string[]): TextPiece[] {
  return texts.map((text) => {
    if (text.startsWith('题：')) return { kind: 'title', text: text.slice(2) };
    if (text.startsWith('署：')) return { kind: 'byline', text: text.slice(2) };
    return { kind: 'paragraph', text };
  });
}

const placeOf = (...texts: string[]) => findPlace(pieces(texts)).place;

type Case = [rule: string, place: string | null, ...texts: string[]];

const found: Case[] = [
  ['a title names the place', '江苏省南通市', '题：在南通市制造业大会上的讲话', '同志们：', '今天我们开一个会。'],
  ['a province in the title', '广东省', '题：广东省2026年政府工作报告', '各位代表：', '全省上下齐心协力。'],
  [
    'the venue under the title',
    '云南省',
    '题：政府工作报告',
    '——2026年1月在云南省第十四届人民代表大会上',
    '各位代表：',
    '现在报告工作。',
  ],
  [
    'an autonomous region',
    '广西壮族自治区',
    '题：在广西壮族自治区工业振兴大会上的讲话',
    '同志们：',
    '全区经济稳中向好。',
  ],
  ['a district of a municipality', '上海市浦东新区', '题：在浦东新区人工智能产业大会上的讲话', '全区要加快发展。'],
  ['a county right under its province', '海南省琼海市', '题：在琼海市招商大会上的讲话', '全市要抓好项目。'],
  [
    'an autonomous prefecture in short',
    '湖北省恩施土家族苗族自治州',
    '题：在恩施州茶产业大会上的讲话',
    '全州要抓好落实。',
  ],
  [
    'an autonomous county in short',
    '浙江省丽水市景宁畲族自治县',
    '题：在景宁县乡村振兴会议上的讲话',
    '全县要抓好落实。',
  ],
  ['a byline names the place', '浙江省金华市义乌市', '署：义乌市委理论学习中心组', '我们坚持以项目论英雄。'],
  [
    'a prefecture in short counts alone',
    '浙江省衢州市',
    '推动衢州制造业升级。',
    '衢州有条件、有基础。',
    '让衢州的企业走向世界。',
  ],
  ['bodies of the place', '浙江省金华市', '为金华开发区发展作出努力。', '联通金华分公司参加了会议。'],
  ['own words count more', '江苏省镇江市', '奋力谱写镇江篇章。'],
  ['looking beyond the own place', '浙江省金华市', '我们必须跳出金华看全局。'],
  [
    'county and prefecture nested',
    '浙江省金华市兰溪市',
    '署：兰溪市委理论学习中心组',
    '兰溪落实金华市委全会精神。',
    '兰溪对接省委部署。',
  ],
  [
    'the county dominates',
    '安徽省合肥市长丰县',
    '长丰县委、县政府高度重视。',
    '长丰县工业提质，长丰草莓有名。',
    '合肥市委有要求。',
  ],
  [
    'the prefecture dominates',
    '浙江省金华市',
    '金华市委要求，金华各县都要行动。',
    '金华要走在前，义乌市要带头。',
    '全市上下同心。',
  ],
  ['levels joined', '广东省深圳市南山区', '题：在广东省深圳市南山区科技大会上的讲话', '全区要创新。'],
  [
    'a joined name of everyday words',
    '广西壮族自治区桂林市资源县',
    '题：在桂林市资源县旅游发展会上的讲话',
    '全县要行动。',
  ],
  [
    'an everyday name with its committee',
    '广东省云浮市新兴县',
    '署：新兴县委宣传部',
    '我县坚持产业强县，新兴产业壮大。',
  ],
  [
    'a name of two characters with its committee',
    '河南省信阳市新县',
    '署：新县县委',
    '我县红色资源丰富，新县县政府狠抓落实。',
  ],
  [
    'an ambiguous district goes with its city',
    '吉林省长春市朝阳区',
    '题：在长春市朝阳区经济工作会议上的讲话',
    '朝阳区要带头，朝阳区有基础。',
  ],
  [
    'an ambiguous district, its city named elsewhere',
    '江苏省南京市鼓楼区',
    '题：在鼓楼区科技大会上的讲话',
    '全区要落实南京市委要求。',
  ],
  [
    'rivals do not win',
    '浙江省嘉兴市',
    '嘉兴要奋起直追，嘉兴的制造业有底子，嘉兴的企业有活力。',
    '与杭州、宁波等城市相比，差距不小，杭州已有八百家。',
  ],
  [
    'an everyday prefecture with its full name',
    '山西省长治市',
    '长治市委召开会议。',
    '长治的煤炭多，长治的天气好，实现长治久安。',
  ],
  [
    'a list of own counties',
    '浙江省绍兴市',
    '绍兴是文化之邦，绍兴人敢为人先。',
    '推动绍兴与世界对话，诸暨市、嵊州市、新昌县都要行动。',
    '全市要落实，绍兴的目标不变。',
  ],
  [
    'a province with many cities',
    '四川省',
    '我省经济总量大，四川人口多。',
    '四川产业全，成都市带动强。',
    '绵阳市要突破，宜宾市要做强，全省一盘棋，四川要有作为。',
  ],
  [
    'a venue in brackets',
    '浙江省金华市兰溪市',
    '题：在兰溪市人才大会上的讲话',
    '建好兰溪（杭州）产业创新中心，兰溪（上海）中心也在路上。',
  ],
  [
    'half-width punctuation',
    '浙江省台州市',
    '同志们:',
    '推动台州制造再出发,台州有基础,台州有优势.与上海,杭州等城市相比,还要努力.',
  ],
  [
    'Hong Kong in traditional characters',
    '香港特别行政区',
    '題：香港特別行政區行政長官發表施政報告',
    '香港特別行政區政府會繼續努力，香港人勤奮。',
  ],
  [
    'a leader speaks in a city',
    '广东省深圳市',
    '题：在深圳经济特区建立纪念大会上的讲话',
    '署：中共中央总书记',
    '同志们：',
    '深圳是一座年轻的城市。',
  ],
  ['a zone of the list', '江苏省苏州市苏州工业园区', '题：在苏州工业园区开发建设座谈会上的讲话', '我们要再接再厉。'],
];

const more: Case[] = [
  [
    'the subject of a comparison is the own place',
    '浙江省嘉兴市',
    '嘉兴主动接轨上海，嘉兴对标苏州，嘉兴引进上海企业。',
  ],
  ['a name after a word that ends like a county', '安徽省', '奋力创造未来安徽，谱写安徽篇章，担起安徽担当。'],
  [
    'a title abroad, the text at home',
    '浙江省温州市',
    '题：在深圳招商推介会上的致辞',
    '温州是一座商城，欢迎来温州投资。',
    '温州市政府热忱服务，温州市委诚信为本，温州人精神闻名，温州产业扎实。',
    '谱写温州篇章，贡献温州力量，立足温州实际。',
  ],
  ['a venue of another town in the title', '浙江省宁波市', '题：在宁波（深圳）投资洽谈会上的致辞', '欢迎到宁波兴业。'],
  [
    'a place named once in its own words',
    '河北省唐山市',
    '题：在全市重点项目推进会上的讲话',
    '全市上下要为建设现代化唐山而奋斗。',
  ],
  [
    'a province behind its capital',
    '陕西省',
    '我省在全国的位次提升，陕西省委作出部署。',
    '陕西科教资源富集，西安要当好龙头，陕西各地都要发力，全省一条心。',
  ],
];

const boundaries: Case[] = [
  ['a province and an everyday word', '广西壮族自治区', '广西资源富集，广西资源丰富，广西合作广泛，广西新建项目多。'],
  ['a province and a county in short', '甘肃省兰州市榆中县', '甘肃榆中百合好，甘肃榆中交通便，榆中人勤劳。'],
  [
    'a local congress of the Party',
    '浙江省金华市',
    '题：在中国共产党金华市第八次代表大会上的报告',
    '同志们：',
    '全市上下一心。',
  ],
  [
    'a local meeting on a central one',
    '浙江省湖州市',
    '题：中央经济工作会议精神传达暨湖州市经济工作会议讲话',
    '全市要落实。',
  ],
  [
    'everyday words cover what begins in them',
    null,
    '扩大连片种植，强大连接能力，重大连锁效应，美丽水乡，美丽水岸，平安阳光，诚信阳光，普惠州县。',
  ],
  ['seas are no provinces', null, '南海南部海域，南海南部资源，南海南部航道，东海南部渔场。'],
  ['the city itself after such a word', '辽宁省大连市', '扩大大连开放，建设美丽大连，打造数字大连。'],
];

/** Each text would give its place but for the rule that is named. */
const decided: Case[] = [
  ['clauses about partners', null, '推进合肥结对共建，深化合肥对口支援，建好合肥飞地，用好合肥挂职干部。'],
  [
    'verbs whose object is another place',
    null,
    '对标合肥先进，借鉴合肥做法，接轨合肥市场，服务来自合肥的项目，引进合肥企业。',
  ],
  ['examples to the end of the sentence', null, '比如，合肥抓得早，合肥投得准，合肥做得实，合肥收获大。'],
  [
    'examples end with the sentence',
    '安徽省安庆市',
    '比如合肥抓得早，合肥投得准。安庆也有基础，安庆也有优势，安庆更有决心。',
  ],
  ['words before another place', null, '像合肥那样谋划，如合肥一般投入，而合肥已经走在前面，较合肥慢了一步。'],
  ['words after another place', null, '合肥等地先行一步。合肥等城市走在前面，合肥等地政策好，合肥等先进城市已经破题。'],
  ['a list of others', null, '合肥、上海联动，南京、合肥联动，合肥和杭州联动，合肥、武汉联动。'],
  [
    'a city and its county are no list of others',
    '浙江省金华市兰溪市',
    '题：金华市、兰溪市联合招商会讲话',
    '上下同心。',
  ],
  ['the own kind counts twice', '安徽省宣城市', '我市历史悠久，宣城山水好。', '全市一心，宣城人才多。'],
  ['words that cover the beginning of a name', null, '扩大连片种植，强大连接能力，重大连锁效应。'],
  ['a firm named after a place', null, '宁德时代投产，宁德时代扩能，宁德时代增资。'],
  ['what all speak of', null, '深圳速度令人赞叹，再现深圳速度，创造新的深圳速度。'],
  ['a name across two words', null, '建设江海出海口，打通出海口，用好出海口。'],
  ['everyday short names', null, '百姓安康，家家安康，人人安康，生活安康。'],
  ['everyday full names', null, '老城区停车难，老城区管网旧，老城区要改造。'],
  ['full names of two characters', null, '坚持富县富民，走富县之路，推进富县工程，办好富县产业。'],
  [
    'the first of several must have half of all',
    null,
    '山东省抓得紧，山东省抓得实，山东省抓得好。湖南省有进步，四川省有进步，陕西省有进步，江苏省有进步。',
  ],
  [
    'the first must lead the second',
    null,
    '山东省抓得紧，山东省抓得实，山东省抓得好，山东省抓得快。湖南省有进步，湖南省有突破，湖南省有起色。',
  ],
  [
    'a county with fewer mentions than its city',
    '浙江省金华市兰溪市',
    '兰溪市委召开全会，兰溪要争先，兰溪要创优，兰溪要进位。',
    '金华有要求，金华有部署，金华有期待，金华有支持，金华有督导，金华有考核。',
  ],
  ['the nation in passing', '浙江省衢州市', '我国人工智能发展快，衢州有基础，衢州有优势，衢州有条件。'],
  [
    'a name that begins inside another',
    '湖南省岳阳市平江县',
    '平江县有部署，平江西部山高，平江西门人多，平江西街店旺，平江西乡路远，平江西区厂多。',
  ],
];

const special: Case[] = [
  ['Hong Kong in a title', '香港特别行政区', '题：在庆祝香港特别行政区成立大会上的讲话', '香港的明天会更好。'],
  ['Macao in a title', '澳门特别行政区', '题：在澳门特别行政区政府就职典礼上的讲话', '澳门经济向好。'],
];

const none: Case[] = [
  ['no place named', null, '题：在全市工业大会上的讲话', '同志们：', '我市要加快发展，全市上下同心。'],
  ['comparison', null, '与上海、杭州等城市相比，我市企业不多。', '我市不足百家，而杭州已有五百家。'],
  [
    'examples from elsewhere',
    null,
    '各地都在发力，比如阳朔县积极对接文旅项目，中山市大力推动机器人产业，惠州市出台政策。',
  ],
  ['partners', null, '探索与上海、深圳等城市互设产业飞地，与苏州市共建园区。'],
  ['visits', null, '要赴深圳招商，赴合肥市学习考察，赴苏州工业园区取经。'],
  ['models to learn from', null, '学习借鉴昆山高新区经验，对标杭州高新区，看齐苏州工业园区。'],
  [
    'firms and universities',
    null,
    '浙江大学、上海交通大学来校招聘。',
    '浙江大学设点，浙江大学投资，北京银行授信，深圳证券交易所挂牌。',
  ],
  [
    'everyday words',
    null,
    '水资源、资源、合作、新兴产业、白银、和平、平安、通道、比如、开放合作。',
    '打江山守江山，资源节约，新兴业态，合作共赢。',
  ],
  ['a name inside other words', null, '建设高水平创新县，保持均衡水平，推广安全技术，创新乡村治理，保障长治久安。'],
  ['districts in general', null, '老城区改造、新城区开发、城区更新、西南山区脱贫、平安县区创建、主城区治堵。'],
  ['regions', null, '融入长三角，对接粤港澳大湾区，服务浙中，建设京津冀、成渝地区双城经济圈。'],
  ['slogans with places', null, '坚持枫桥经验，学习合肥模式，弘扬延安精神，发扬井冈山精神，引进宁德时代。'],
  [
    'many places evenly',
    null,
    '北京市有北京市的做法，山东省抓得紧，湖南省抓得实，四川省抓得好，陕西省有进步，江苏省有突破，河南省有起色。',
  ],
  [
    'a document of the State Council',
    null,
    '题：国务院办公厅关于支持浦东新区发展的意见',
    '各省、自治区、直辖市人民政府：',
    '浦东新区要先行先试，浦东新区要带头。',
  ],
  ['a ministry', null, '题：工业和信息化部关于推广苏州市经验的通知', '苏州市做法可供参考，苏州市政府成效明显。'],
  ['a national meeting', null, '题：在全国科技大会上的讲话', '北京是科技创新中心，北京要带头，北京有条件。'],
  [
    'in the name of the State Council',
    null,
    '我受国务院委托，对在广东省设立特区作说明。',
    '广东省毗邻港澳，广东省有华侨，广东省抓紧筹备。',
  ],
  [
    'speaking for the nation',
    null,
    '我国经济平稳。我国制造业门类齐全。我国市场大。',
    '支持海南省建设，支持海南省开放，推动海南省先行。',
  ],
  [
    'Hong Kong and Taiwan in a mainland text',
    null,
    '香港繁荣稳定，香港背靠祖国，香港联通世界，台湾同胞是骨肉，台湾问题要解决，支持香港特别行政区发展。',
  ],
  ['a short county name without its full one', null, '义乌活力足，义乌市场大，义乌商人多。'],
  ['one neutral mention', null, '会议在杭州召开，讨论了下一步工作。'],
  ['areas and markets', null, '河北区域协同、资源县级平台、合作市场主体、长江西岸开发、河北区域治理。'],
  [
    'redacted text with one ambiguous district',
    null,
    '题：在全区大会上的讲话',
    '朝阳区要带头，朝阳区有基础，朝阳区有条件，**区要跟上。',
  ],
];

describe('findPlace', () => {
  it.each([...found, ...more, ...boundaries, ...decided, ...special])('%s → %s', (_, place, ...texts) => {
    expect(placeOf(...texts)).toBe(place);
  });

  it.each(none)('finds none: %s', (_, place, ...texts) => {
    expect(placeOf(...texts)).toBe(place);
  });

  it('shows the words that prove the place, with their offsets', () => {
    const texts = pieces([
      '题：在全市大会上的讲话',
      '2025中国互联网大会镇江分站办得好。',
      '点亮数字镇江，与上海相比有差距。',
    ]);
    const { place, evidence, rivals } = findPlace(texts);
    expect(place).toBe('江苏省镇江市');
    expect(evidence).toEqual([
      { piece: 1, from: 11, to: 15, text: '镇江分站' },
      { piece: 2, from: 2, to: 6, text: '数字镇江' },
    ]);
    expect(rivals).toEqual([]);
  });

  it('shows the bodies of the places above too', () => {
    const { evidence } = findPlace(pieces(['署：兰溪市委理论学习中心组', '落实金华市委全会精神，兰溪奋力赶超。']));
    expect(evidence.map(({ text }) => text)).toEqual(['兰溪市委', '金华市委', '兰溪']);
  });

  it('names rivals with their mentions', () => {
    const { place, rivals } = findPlace(pieces(['山东省抓得紧，山东省抓得实。', '湖南省有成效。', '四川省有进步。']));
    expect(place).toBeNull();
    expect(rivals).toEqual([
      { name: '山东省', count: 2 },
      { name: '四川省', count: 1 },
      { name: '湖南省', count: 1 },
    ]);
  });

  it('has no place and no evidence for nothing', () => {
    expect(findPlace([])).toEqual({ place: null, evidence: [], rivals: [] });
  });
});
