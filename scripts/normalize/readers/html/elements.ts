/** What the elements of HTML do to the text, as a browser's own style sheet says. */

const names = (words: string) => new Set(words.trim().split(/\s+/u));

/** Never shown, or shown only where a feature is missing. */
export const hiddenElements = names(`
  head title script style template noscript meta link base object embed audio video canvas iframe frameset
  datalist rp math-annotation
`);

/** Begin and end a line. */
export const blockElements = names(`
  html body address article aside blockquote center caption dd details dialog dir div dl dt fieldset figcaption figure footer
  form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol option optgroup p pre plaintext
  search section select summary table tbody td textarea tfoot th thead tr ul xmp
`);

/** Keep their white space. */
export const preservingElements = names('pre textarea listing plaintext xmp');

/** May hold the whole main text; smaller blocks are parts of it. */
export const containers = names('html body div td section article main form center table tbody tr dd blockquote');

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;
const PRESERVING_STYLE = /(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)/i;
const CENTRING_STYLE = /(?:^|;)\s*text-align\s*:\s*(?:-\w+-)?center/i;
const OTHER_ALIGNMENT = /(?:^|;)\s*text-align\s*:\s*(?:left|right|start|end|justify)/i;
const BOLD_STYLE = /(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)/i;

export interface Attributes {
  [name: string]: string | undefined;
}

export function isHidden(name: string, attributes: Attributes): boolean {
  return (
    hiddenElements.has(name) ||
    attributes.hidden !== undefined ||
    (name === 'input' && attributes.type === 'hidden') ||
    HIDDEN_STYLE.test(attributes.style ?? '')
  );
}

export function preservesSpace(name: string, attributes: Attributes): boolean {
  return preservingElements.has(name) || PRESERVING_STYLE.test(attributes.style ?? '');
}

/** True or false where the element says so, null where it leaves its parent's word. */
export function centres(name: string, attributes: Attributes): boolean | null {
  const { style = '', align = '' } = attributes;
  if (CENTRING_STYLE.test(style)) return true;
  if (OTHER_ALIGNMENT.test(style)) return false;
  if (align !== '' && name !== 'table' && name !== 'img') return /^(?:center|middle)$/i.test(align);
  return name === 'center' ? true : null;
}

export function isBold(name: string, attributes: Attributes): boolean {
  return name === 'b' || name === 'strong' || name === 'th' || BOLD_STYLE.test(attributes.style ?? '');
}

/** A link to another page: not to a place on this one, and not to a file, as an annex has it. */
export function isLink(name: string, { href = '' }: Attributes): boolean {
  return (
    name === 'a' && href !== '' && !/^#|\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar)(?:[?#]|$)/i.test(href.trim())
  );
}
