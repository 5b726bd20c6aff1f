/** Word's formats of automatic numbers (`w:numFmt`), as the characters that Word shows. */

const PLAIN = '〇一二三四五六七八九';

/** One character a number, from 1. */
const SERIES: { [format: string]: string } = {
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
  decimalEnclosedCircle: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedCircleChinese: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedFullstop: '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  decimalEnclosedParen: '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  ideographEnclosedCircle: '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉',
  ideographParenthesis: '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩',
  ideographParenthesized: '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩',
};

const FORMATS: { [format: string]: (number: number) => string } = {
  none: () => '',
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  numberInDash: (number) => `- ${number} -`,
  lowerLetter: letters,
  upperLetter: (number) => letters(number).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (number) => roman(number).toUpperCase(),
  chineseCounting: (number) => (number < 100 ? counted(number, PLAIN, ['', '十']) : digits(number, '○')),
  taiwaneseCounting: (number) => (number < 100 ? counted(number, PLAIN, ['', '十']) : digits(number, '○')),
  chineseCountingThousand: (number) => counted(number, `零${PLAIN.slice(1)}`, ['', '十', '百', '千']),
  taiwaneseCountingThousand: (number) => counted(number, `零${PLAIN.slice(1)}`, ['', '十', '百', '千']),
  japaneseCounting: (number) => counted(number, `零${PLAIN.slice(1)}`, ['', '十', '百', '千']),
  chineseLegalSimplified: (number) => counted(number, '零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟'], true),
  ideographLegalTraditional: (number) => counted(number, '零壹貳參肆伍陸柒捌玖', ['', '拾', '佰', '仟'], true),
  ideographDigital: (number) => digits(number, '〇'),
  japaneseDigitalTenThousand: (number) => digits(number, '〇'),
  taiwaneseDigital: (number) => digits(number, '○'),
};

/** `formatNumber(12, 'chineseCountingThousand')` is `十二`; a format that is not known, or does not reach so far, counts in Arabic digits. */
export function formatNumber(number: number, format: string): string {
  const series = SERIES[format];
  if (series) return [...series][number - 1] ?? String(number);
  return FORMATS[format]?.(number) ?? String(number);
}

function digits(number: number, zero: string): string {
  return [...String(number)].map((digit) => (digit === '0' ? zero : (PLAIN[Number(digit)] ?? digit))).join('');
}

function fullWidth(number: number): string {
  return String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** @param leadingOne `壹拾` instead of `十` for 10 to 19 */
function counted(number: number, digitSigns: string, units: string[], leadingOne = false): string {
  if (number <= 0 || number >= 10 ** units.length) return String(number);
  let text = '';
  let zero = false;
  for (let place = units.length - 1; place >= 0; place--) {
    const digit = Math.floor(number / 10 ** place) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    const bare = digit === 1 && place === 1 && text === '' && !leadingOne;
    text += (zero ? (digitSigns[0] as string) : '') + (bare ? '' : digitSigns[digit]) + units[place];
    zero = false;
  }
  return text;
}

/** `a` … `z`, `aa`, `bb` …, as Word goes on. */
function letters(number: number): string {
  if (number < 1 || number > 26 * 30) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  const values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
  const signs = ['m', 'cm', 'd', 'cd', 'c', 'xc', 'l', 'xl', 'x', 'ix', 'v', 'iv', 'i'];
  let rest = number;
  let text = '';
  for (const [index, each] of values.entries()) {
    for (; rest >= each; rest -= each) text += signs[index];
  }
  return text;
}
