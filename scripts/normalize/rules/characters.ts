/** Characters that a person should look at, one pattern for each run of them. */
export interface CharacterRule {
  id: string;
  pattern: RegExp;
  /** `remove` takes them out: no page can hold them. */
  action: 'flag' | 'remove';
  why: string;
  example: string;
}

export const characterRules: CharacterRule[] = [
  {
    id: 'control-character',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    pattern: /[\0-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]+/gu,
    action: 'remove',
    why: '看不见的控制字符',
    example: '\0',
  },
  {
    id: 'invisible-character',
    // A joiner behind a picture makes one picture of two.
    pattern: /(?:[\u00ad\u200b\u2060\ufeff]|(?<!(?:\p{Extended_Pictographic}|\ufe0f))[\u200c\u200d])+/gu,
    action: 'remove',
    why: '不占位置的字符，看不见，却使检索与引用落空',
    example: '\u200b',
  },
  {
    id: 'doubt-replacement-character',
    pattern: /\ufffd+/gu,
    action: 'flag',
    why: '原来的字已经受损，读不出来：请对照别的来源补上',
    example: '\ufffd',
  },
  {
    id: 'doubt-direction-mark',
    pattern: /[\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu,
    action: 'flag',
    why: '改变文字方向的暗号，会使看到的次序与原文不同：请核对',
    example: '\u202e',
  },
  {
    id: 'doubt-private-use',
    pattern: /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]+/gu,
    action: 'flag',
    why: '自造字，各家字体所指不同，可能显示为空框：请对照原件换成通用的字',
    example: '\ue000',
  },
];

/** Characters of traditional texts, and the simplified ones in their place, in the same order: the more frequent tell which a text is. */
export const traditionalForms = '們這國個會業發為說實體機應學區';
export const simplifiedForms = '们这国个会业发为说实体机应学区';
