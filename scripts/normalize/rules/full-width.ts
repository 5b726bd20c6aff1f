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
