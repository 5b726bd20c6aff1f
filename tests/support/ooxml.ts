/** Word documents written by hand, for what no library writes: `docx({ body: paragraph(run('…')) })`. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps"';

export interface Parts {
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  endnotes?: string;
  header1?: string;
  footer1?: string;
  settings?: string;
}

const ROOTS: { [part: string]: string } = { header1: 'hdr', footer1: 'ftr' };

export function docx({ body, ...parts }: Parts): Uint8Array {
  const files: { [name: string]: Uint8Array } = {
    '_rels/.rels': strToU8(relationships([['rId1', 'officeDocument', 'word/document.xml']])),
    'word/document.xml': strToU8(`<w:document ${W} ${MC}><w:body>${body}</w:body></w:document>`),
  };
  const names = Object.keys(parts);
  files['word/_rels/document.xml.rels'] = strToU8(
    relationships(names.map((name) => [name, name.replace(/\d$/, ''), `${name}.xml`])),
  );
  for (const [name, content] of Object.entries(parts)) {
    const root = ROOTS[name] ?? name;
    files[`word/${name}.xml`] = strToU8(`<w:${root} ${W} ${MC}>${content}</w:${root}>`);
  }
  return zipSync(files);
}

function relationships(entries: [id: string, type: string, target: string][]): string {
  const each = entries.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
export const numbered = (text: string, list: number, level = 0) =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

export const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
export const family = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
export const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
