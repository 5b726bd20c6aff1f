/** Peoples as they stand in the names of autonomous divisions; those that are said without 族 are given so. */
const peoples = [
  ...['维吾尔', '哈萨克', '柯尔克孜', '塔吉克', '锡伯', '蒙古', '各族'],
  ...['蒙古族', '回族', '藏族', '苗族', '彝族', '壮族', '布依族', '朝鲜族', '满族', '侗族', '瑶族', '白族', '土家族'],
  ...['哈尼族', '傣族', '黎族', '傈僳族', '佤族', '畲族', '拉祜族', '水族', '东乡族', '纳西族', '景颇族', '土族'],
  ...['达斡尔族', '仫佬族', '羌族', '布朗族', '撒拉族', '毛南族', '仡佬族', '普米族', '怒族', '保安族', '裕固族'],
  ...['独龙族', '哈萨克族', '鄂温克族'],
];

/** Words that say what kind of division it is; the first that fits is dropped. */
const kinds = [
  '特别行政区',
  '自治区',
  '自治州',
  '自治县',
  '自治旗',
  '地区',
  '林区',
  '新区',
  '盟',
  '省',
  '市',
  '县',
  '区',
];

/** Zones are known by their whole name: 苏州工业园区 is not said 苏州工业园. */
const zones = [
  ...['开发区', '工业园区', '产业园区', '创意园区', '管理区', '示范区', '实验区', '食品区', '聚集区', '名胜区', '矿区'],
];

/** `兰溪市` → `兰溪`, `恩施土家族苗族自治州` → `恩施`; never shorter than two characters. */
export function shortName(name: string): string {
  if (zones.some((zone) => name.endsWith(zone))) return name;
  const kind = kinds.find((each) => name.endsWith(each) && name.length - each.length >= 2);
  if (!kind) return name;
  return withoutPeoples(name.slice(0, -kind.length));
}

function withoutPeoples(stem: string): string {
  const people = peoples.filter((each) => stem.endsWith(each)).sort((a, b) => b.length - a.length)[0];
  return people && stem.length - people.length >= 2 ? withoutPeoples(stem.slice(0, -people.length)) : stem;
}
