/** What assistive technology is told: the same frame on every page, and on each kind of page its own parts by name. */
import { expect, looking as test } from './fixtures.ts';
import { kindsOfPage } from './speeches.ts';

const frame = `
- link "跳到正文"
- banner:
  - link /讲话文库/
  - navigation "主导航":
    - list:
      - listitem:
        - link "讲话"
      - listitem:
        - link "主题"
      - listitem:
        - link "地点"
      - listitem:
        - link "年份"
      - listitem:
        - link "说明"
  - button "切换浅色与深色"
- main
- contentinfo:
  - list:
    - listitem:
      - link "权利与撤回"
`;

const list = (heading: RegExp) => `
- heading ${heading} [level=1]
- article:
  - heading [level=2]:
    - link
`;

/** Of the main part alone; what is not named here may be there too. */
const parts: Record<string, string> = {
  home: `
- heading "讲话文库" [level=1]
- search "检索全部讲话":
  - searchbox "在全部原文里找一句话、一个词"
  - button "检索"
`,
  'all speeches': list(/全部讲话/),
  'a speech with gaps and absent parts': `
- navigation "目录":
  - list:
    - listitem:
      - link
- group "阅读工具":
  - button "引用"
  - button "设置"
- article:
  - heading [level=1]
  - group:
    - term: 讲话日期
    - definition
    - region "文本来历与完整程度":
      - list:
        - listitem:
          - link "对照原文"
  - heading [level=2]:
    - link /本节链接/
  - paragraph:
    - link /本段链接/
  - note:
    - paragraph: /缺/
`,
  'a speech with a derived title': `
- article:
  - heading /拟题/ [level=1]
`,
  'a comparison with the copy': `
- heading "对照原文" [level=1]
- region "所据文件":
  - definition:
    - link "下载原文件"
- region "标出哪些改动":
  - list:
    - listitem:
      - checkbox /\\d+ 处/ [checked]
- region /逐段并列/:
  - table /逐段并列/:
    - rowgroup:
      - row:
        - columnheader "位置"
        - columnheader "原文"
        - columnheader "刊出"
    - rowgroup:
      - row:
        - rowheader
  - group "逐处查看":
    - button "上一处"
    - button "下一处"
    - status
- region "程序的发现"
`,
  'all topics': '- heading "主题" [level=1]',
  'a topic': list(/./),
  'all places': '- heading "地点" [level=1]',
  'places unknown': list(/地点未注明/),
  'all years': '- heading "年份" [level=1]',
  'a genre': list(/讲话/),
  'a completeness': list(/有缺/),
  docs: `
- navigation "说明目录":
  - list:
    - listitem:
      - link "这是什么"
- article:
  - heading "这是什么" [level=1]
`,
  'page of the docs': `
- navigation "说明目录"
- article:
  - heading [level=1]
`,
  'rights and withdrawal': `
- article:
  - heading "权利与撤回" [level=1]
  - heading "怎样要求撤下" [level=2]
`,
  'the state of the sources': `
- heading "整理状况" [level=1]
- article:
  - heading [level=3]:
    - link
- table "每种发现的级别与多少"
`,
  'the concordance of a word': `
- heading "词语索引" [level=1]
- search "词语索引":
  - searchbox "词句"
  - button "列出"
  - checkbox "只要字形相同的"
- status: /共 \\d+ 处/
- group "排列":
  - radio "后文" [checked]
- group "导出":
  - button "CSV 表格"
- region "逐处":
  - heading "逐处" [level=2]
  - grid "逐处":
    - row "前文 词句 后文 出处":
      - columnheader "前文"
    - rowgroup:
      - row:
        - gridcell
- region "分组":
  - heading "分组" [level=2]
  - list:
    - listitem:
      - button /全部 \\d+/ [pressed]
- region "分布":
  - heading "分布" [level=2]
`,
  'checking a passage': `
- heading "引文核对" [level=1]
- textbox "要核对的文字"
- button "核对"
- status
`,
  'reading offline': `
- heading /离线/ [level=1]
`,
  'not found': `
- heading "没有这一页" [level=1]
- search:
  - searchbox
`,
  search: `
- heading "检索" [level=1]
- search "检索":
  - combobox "检索词句"
  - group "范围":
    - radio "讲话" [checked]
- status
`,
};

test('no kind of page is left out', () => {
  expect(Object.keys(parts).toSorted()).toEqual([...Object.keys(kindsOfPage), 'search'].toSorted());
});

for (const [name, path] of Object.entries({ ...kindsOfPage, search: 'search/' })) {
  test(`${name} names its frame and its parts, and nothing that can be pressed is without a name`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('body')).toMatchAriaSnapshot(frame);
    await expect(page.getByRole('main')).toMatchAriaSnapshot(parts[name] ?? '');
    const tree = await page.locator('body').ariaSnapshot();
    const nameless = tree
      .split('\n')
      .filter((line) => /^\s*- (link|button|checkbox|radio|searchbox|textbox|combobox)\b(?! ["/])/.test(line));
    expect(nameless).toEqual([]);
  });
}
