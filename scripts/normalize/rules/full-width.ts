/** Punctuation that copies flatten to ASCII, and what it was where it stands beside Chinese. Example: `同志们:` was `同志们：`. */
export const fullWidth = new Map([
  [',', '，'],
  [':', '：'],
  [';', '；'],
  ['(', '（'],
  [')', '）'],
  ['?', '？'],
  ['!', '！'],
]);

/** Punctuation in the forms of vertical setting, in half width and in small forms, each with the usual sign behind it. Hong Kong writes `︰` for a colon. */
export const otherForms =
  '︐，︑、︒。︓：︰：︔；︕！︖？︙…︱—︵（︶）︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』｡。､、｢「｣」･·﹐，﹑、﹔；﹕：﹖？﹗！﹙（﹚）﹝〔﹞〕';

/** A stop for `。`, in a copy that has none: not behind the number of a part at the beginning of a line, nor in a row of dots. */
export const flattenedStop = {
  pattern: /(?<=[\p{Script=Han}）)”"%％])(?<!^\s{0,8}[（(]?[〇零一二三四五六七八九十百]{1,3}[）)]?)\.(?![.\w])/gmu,
  why: '老打字稿与识别稿用半角点作句号',
  example: '大家学习了文件.',
};
