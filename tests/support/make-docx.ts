/**
 * Makes the .docx files of the golden folders with a library that writes Word documents. Run by hand when a text changes:
 * `node tests/support/make-docx.ts`. The results are checked in.
 */
import { writeFileSync } from 'node:fs';
import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { byline, date, opening, salutation, sections, title } from './speech.ts';

const golden = new URL('../fixtures/golden/', import.meta.url);

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.START,
});

/** Numbers of parts as people set them in Word: 一、 （一） 1. ① */
const numbering = {
  config: [
    {
      reference: 'parts',
      levels: [
        level(0, LevelFormat.CHINESE_COUNTING_THOUSAND, '%1、'),
        level(1, LevelFormat.CHINESE_COUNTING_THOUSAND, '（%2）'),
        level(2, LevelFormat.DECIMAL, '%3.'),
        level(3, LevelFormat.DECIMAL_ENCLOSED_CIRCLE, '%4'),
      ],
    },
  ],
};

const text = (words: string) => new Paragraph({ children: [new TextRun(words)], indent: { firstLine: 640 } });
const part = (words: string, at: number, heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({
    children: [new TextRun(words)],
    numbering: { reference: 'parts', level: at },
    ...(heading && { heading }),
  });
const centred = (words: string, bold = false) =>
  new Paragraph({ children: [new TextRun({ text: words, bold })], alignment: AlignmentType.CENTER });
const row = (...cells: string[]) =>
  new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) });

const table = new Table({
  rows: [row('镇街', '食堂（个）', '每天就餐（人次）'), row('老街镇', '6', '512'), row('新区街道', '9', '1,030')],
});

const withNote = new Paragraph({
  children: [
    new TextRun('补助资金按实际就餐人次拨付'),
    new FootnoteReferenceRun(1),
    new TextRun('，每季度公布一次。价格表里'),
    new TextRun({ text: '八十岁以上', bold: true }),
    new TextRun('的一栏要用大字'),
    new FootnoteReferenceRun(2),
    new TextRun('。'),
  ],
});

const document = new Document({
  creator: '讲话文库',
  numbering,
  footnotes: {
    1: { children: [new Paragraph('就餐人次以刷卡记录为准。')] },
    2: { children: [new Paragraph('不小于三号字。')] },
  },
  sections: [
    {
      headers: { default: new Header({ children: [new Paragraph('云溪县社区食堂建设现场会材料')] }) },
      footers: {
        default: new Footer({
          children: [new Paragraph({ children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] })],
        }),
      },
      children: [
        centred(title, true),
        centred(byline),
        centred(date),
        new Paragraph(salutation),
        text(opening),
        ...sections.flatMap(({ heading, paragraphs, parts = [] }) => [
          part(heading, 0, HeadingLevel.HEADING_1),
          ...paragraphs.map(text),
          ...parts.flatMap((each) => [part(each.heading, 1, HeadingLevel.HEADING_2), ...each.paragraphs.map(text)]),
        ]),
        part('附件：各镇街食堂情况', 0, HeadingLevel.HEADING_1),
        table,
        part('有关要求', 1),
        part('按月上报数据', 2),
        part('公开账目', 2),
        withNote,
      ],
    },
  ],
});

writeFileSync(new URL('docx-official/input.docx', golden), await Packer.toBuffer(document));
