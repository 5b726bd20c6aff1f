import { expect, test } from 'vitest';
import { isHtml, readHtml } from '../../../scripts/normalize/readers/html.ts';

const read = (html: string) => readHtml(html, 'utf-8');
const hinted = (html: string, kind: string) => {
  const { text, hints } = read(html);
  return hints.filter((hint) => hint.kind === kind).map(({ from, to }) => text.slice(from, to));
};

test.each([
  ['blocks have lines of their own', '<div>一<p>二<div>三</div>四</div>', '一\n二\n三\n四\n'],
  ['inline elements have none', '<p>一<b>二</b><span>三</span></p>', '一二三\n'],
  ['a line break ends the line, even an empty one', '<p>一<br>二<br><br>三</p>', '一\n二\n\n三\n'],
  ['an empty paragraph is none', '<p>一</p><p></p><p> \n </p><p>二</p>', '一\n二\n'],
  ['white space collapses', '<p>  a \t b  </p>', 'a b\n'],
  ['a line end of the markup between Han characters is no space', '<p>发展\n   产业\nAI</p>', '发展产业 AI\n'],
  ['white space collapses across elements', '<p>a <b> b</b> <i>c</i></p>', 'a b c\n'],
  ['ideographic and no-break spaces stay', '<p>　　一&nbsp;二</p>', '　　一\u00a0二\n'],
  ['preformatted text keeps its lines', '<pre>\n一\n  二\n</pre>', '一\n  二\n'],
  ['references are characters', '<p>&lt;b&gt; &amp;amp; &#20108; &#x4e09;</p>', '<b> &amp; 二 三\n'],
  ['characters beyond the first plane', '<p>\u{20BB7}\n\u{20BB7}</p>', '\u{20BB7}\u{20BB7}\n'],
  ['nothing but white space', '<div> <p> </p></div>', ''],
])('%s', (_, html, text) => {
  expect(read(html).text).toBe(text);
});

test.each([
  ['scripts', '<script>document.write("坏")</script>'],
  ['a script that ends in a string', '<script>var a = "<p>坏</p>"</script>'],
  ['styles', '<style>p::before { content: "坏" }</style>'],
  ['comments', '<!-- 坏 --><!-- <p>坏</p> -->'],
  ['the title', '<title>坏</title>'],
  ['templates', '<template><p>坏</p></template>'],
  ['what is shown without scripts', '<noscript><p>坏</p></noscript>'],
  ['hidden elements', '<p hidden>坏</p>'],
  ['elements that a style hides', '<div style="color: red; DISPLAY : none"><p>坏</p></div>'],
  ['invisible elements', '<div style="visibility:hidden">坏</div>'],
  ['frames', '<iframe>坏</iframe>'],
  ['attributes', '<p title="坏" data-x="坏"></p>'],
])('%s are outside the text', (_, html) => {
  expect(read(`<p>好</p>${html}<p>文</p>`).text).toBe('好\n文\n');
});

test('hostile markup in references stays text', () => {
  expect(read('<p>&lt;script&gt;alert(1)&lt;/script&gt;{process.exit()}</p>').text).toBe(
    '<script>alert(1)</script>{process.exit()}\n',
  );
});

test('a table is a line a row, with cells between tabs', () => {
  const html =
    '<table><caption>表</caption><tr><th>序号</th><th>内容</th></tr><tr><td>1</td><td><p>甲</p><p>乙</p></td></tr><tr><td></td><td>丙<br>丁</td></tr></table>';
  expect(read(html).text).toBe('表\n序号\t内容\n1\t甲 乙\n\t丙 丁\n');
  expect(hinted(html, 'table')).toEqual(['表\n序号\t内容\n1\t甲 乙\n\t丙 丁']);
  expect(hinted(html, 'cell')).toEqual(['序号', '内容', '1', '甲 乙', '', '丙 丁']);
});

test('a table that only lays the page out gives lines', () => {
  const layout = '<table><tr><td>左</td><td><table><tr><td>一</td></tr><tr><td>二</td></tr></table></td></tr></table>';
  expect(read(layout).text).toBe('左\n一\n二\n');
  expect(read('<table role="presentation"><tr><td>一<td>二<tr><td>三<td>四</table>').text).toBe('一\n二\n三\n四\n');
});

test('headings, centred lines and lines that are bold as a whole are hinted', () => {
  const html = `<h2> 标题 </h2><p align="center">作者</p><p style="text-align:center"><strong>副题</strong></p>
    <center><p>日期</p><p align="left">左</p></center><p><b>一、</b><b>部分</b></p><p><b>开头</b>正文</p>`;
  expect(hinted(html, 'heading')).toEqual(['标题']);
  expect(read(html).hints.find(({ kind }) => kind === 'heading')?.level).toBe(2);
  expect(hinted(html, 'centred')).toEqual(['作者', '副题', '日期']);
  expect(hinted(html, 'strong')).toEqual(['副题', '一、部分']);
});

test('no depth of nesting is too deep', () => {
  const deep = 100_000;
  for (const tag of ['<div>', '<span>', '<b><p>', '<table><tr><td>', '<font>']) {
    expect(read(`${tag.repeat(deep)}深`).text.trim()).toBe('深');
  }
});

test.each([
  ['<!DOCTYPE html><p>文', true],
  ['\n <!-- 说明 --><HTML lang="zh"><p>文', true],
  ['<p>一</p><p>二</p>', true],
  ['<div class="x">一<br>二</div>', true],
  ['第一行<br>第二行<br>第三行<br>第四行<br>第五行<br>第六行', true],
  ['在全市会议上的讲话\n同志们：\n我们讲<三>点意见。', false],
  ['文中提到 <p> 和 </div> 两个标签，不是网页。', false],
  ['<三农>工作很重要', false],
  ['# 标题\n\n正文<br>正文', false],
])('%s', (text, html) => {
  expect(isHtml(text)).toBe(html);
});

test.each([
  ['numbers that a browser shows', '<ol><li>管仓</li><li><p>管人</p></li></ol>', '1. 管仓\n2. 管人\n'],
  ['a start, a value', '<ol start="3"><li>甲</li><li value="7">乙</li><li>丙</li></ol>', '3. 甲\n7. 乙\n8. 丙\n'],
  ['counting down', '<ol reversed><li>甲</li><li>乙</li></ol>', '2. 甲\n1. 乙\n'],
  [
    'lists in lists',
    '<ol><li>甲<ol type="a"><li>子</li><li>丑</li></ol></li><li>乙</li></ol>',
    '1. 甲\na. 子\nb. 丑\n2. 乙\n',
  ],
  ['Chinese numbers', '<ol style="list-style-type: cjk-ideographic"><li>甲</li><li>乙</li></ol>', '一、甲\n二、乙\n'],
  ['no number where a style hides it', '<ol style="list-style: none"><li>甲</li><li>乙</li></ol>', '甲\n乙\n'],
  ['none before words that have one', '<ol><li>1. 甲</li><li>（二）乙</li></ol>', '1. 甲\n（二）乙\n'],
  [
    'none before links to other pages',
    '<ol><li><a href="/">首页</a></li><li><a href="/news">新闻</a></li></ol>',
    '首页\n新闻\n',
  ],
  ['none for plain lists', '<ul><li>甲</li></ul>', '甲\n'],
  ['none for an empty item', '<ol><li></li><li>乙</li></ol>', '2. 乙\n'],
])('ordered lists: %s', (_, html, text) => {
  expect(read(html).text).toBe(text);
});
