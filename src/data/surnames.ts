/**
 * Chinese surnames of one character, the frequent ones first; simplified. Left out are rare ones that nearly always begin
 * an everyday word (全, 相, 信, 初 …): a line such as 全屏 is no person.
 */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷段史陶黎贺毛郝顾龚邵万钱严洪赖武傅莫孔汤向常温康施文牛樊葛邢安齐庞颜倪庄聂章鲁岳翟殷詹申欧耿关覃兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游靳辛管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时阳阎穆农司古吉卓缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰卿国狄平计索宣晋门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼揭尉冶斯元束檀衣阴昝智幸奉植衡富尧习冒竺撒禄布';

/** Surnames of two characters. */
const compound = [
  ...['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '司徒', '轩辕', '夏侯', '宇文'],
  ...['长孙', '独孤', '南宫', '端木', '申屠', '太史', '澹台', '淳于', '呼延', '闻人', '万俟', '钟离', '东郭', '百里'],
  ...['西门', '拓跋', '完颜', '赫连', '公冶', '濮阳', '鲜于', '第五', '纳兰', '乌兰', '司空', '单于', '仲孙', '宗政'],
];

const singles = new Set(single);
const compounds = new Set(compound);

/** The surname that a name begins with, a double one before a single one; null where it begins with none. */
export function surnameOf(name: string): string | null {
  if (compounds.has(name.slice(0, 2))) return name.slice(0, 2);
  return singles.has(name.slice(0, 1)) ? name.slice(0, 1) : null;
}
