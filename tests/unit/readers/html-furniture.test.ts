/** What of a page is furniture, and what is not. */
import { expect, test } from 'vitest';
import { readHtml } from '../../../scripts/normalize/readers/html.ts';
import { furnitureNamed, furnitureRules, namesOf } from '../../../scripts/normalize/rules/site-furniture.ts';

const SPEECH = Array.from(
  { length: 8 },
  (_, index) => `<p>${index + 1}．我们要坚持稳中求进，扎实推动产业发展，不断改善民生，确保各项任务落到实处。</p>`,
).join('\n');

/** Lines that stay, by `|`, without the paragraphs of the speech; and the rules that took the others. */
function page(html: string): { left: string; rules: string[] } {
  const { text, hints } = readHtml(html, 'utf-8');
  const debris = hints.filter(({ kind }) => kind === 'debris');
  let left = '';
  let at = 0;
  for (const { from, to } of [...debris, { from: text.length, to: text.length }]) {
    left += text.slice(at, from);
    at = to;
  }
  const lines = left.split('\n').filter((line) => line.trim() !== '' && !line.includes('稳中求进'));
  return { left: lines.join('|'), rules: debris.map(({ why }) => why ?? '') };
}

const links = (...names: string[]) =>
  `<ul>${names.map((name) => `<li><a href="/${name}.html">${name}</a></li>`).join('')}</ul>`;

test('a page of divisions without telling names', () => {
  const { left } = page(`<!DOCTYPE html><html><head><title>在全市大会上的讲话_某某市人民政府</title></head><body>
    <div>某某市人民政府 今天是星期一</div>
    <div>${links('首页', '政务公开', '政务服务', '互动交流', '走进某市')}</div>
    <div><div>在全市大会上的讲话</div><div>发布时间：2024-03-05</div><div class="con">${SPEECH}</div></div>
    <div>${links('某新闻一', '某新闻二', '某新闻三')}</div>
    <div>版权所有：某某市人民政府 备案号123</div></body></html>`);
  expect(left).toBe('在全市大会上的讲话|发布时间：2024-03-05');
});

test('a page laid out with tables', () => {
  const { left } =
    page(`<html><head><title>某讲话</title></head><body><table><tr><td>${links('首页', '新闻', '文件')}</td></tr>
    <tr><td><table><tr><td>${links('栏目一', '栏目二', '栏目三', '栏目四')}</td><td><h1>在某会上的讲话</h1>${SPEECH}</td></tr></table></td></tr>
    <tr><td>地址：某路一号</td></tr></table></body></html>`);
  expect(left).toBe('在某会上的讲话');
});

test('widgets inside the article', () => {
  const { left, rules } =
    page(`<html><body><nav>${links('首页', '新闻')}</nav><article><header><h1>在某会上的讲话</h1></header>
    <div class="font-size">字号：大 中 小</div><div class="bdsharebuttonbox">分享到 微信 微博</div>${SPEECH}
    <div class="related"><h3>相关报道</h3>${links('某报道一', '某报道二', '某报道三')}</div>
    <div class="prev-next">上一篇：没有了</div></article><footer>版权所有</footer></body></html>`);
  expect(left).toBe('在某会上的讲话');
  expect(rules).toEqual([
    'navigation',
    'font-size-widget',
    'share-widget',
    'related-links',
    'previous-next',
    'page-footer',
  ]);
});

test('a fragment keeps its short lines', () => {
  const { left, rules } = page(
    `<p align="center">在某会上的讲话</p><p>某某</p>${SPEECH}<p>某市政府</p><p>2024年3月5日</p>`,
  );
  expect(left).toBe('在某会上的讲话|某某|某市政府|2024年3月5日');
  expect(rules).toEqual([]);
});

test('a signature beside the text stays, links behind it go', () => {
  const { left } =
    page(`<html><body><div>${links('首页', '新闻', '文件', '服务', '互动')}</div><div><h1>在某会上的讲话</h1><div>${SPEECH}</div>
    <div>某市政府</div><div>2024年3月5日</div><div><a href="/1.html">下一条</a></div></div><div>页脚</div></body></html>`);
  expect(left).toBe('在某会上的讲话|某市政府|2024年3月5日');
});

test('annexes are files, notes are places on the page: neither is a list of links', () => {
  const { left } = page(`<html><body><nav>${links('首页', '新闻')}</nav><div><h1>在某会上的讲话</h1>${SPEECH}
    <ul><li><a href="/a.doc">附件一</a></li><li><a href="/b.pdf?x=1">附件二</a></li><li><a href="#n1">注一</a></li></ul></div></body></html>`);
  expect(left).toBe('在某会上的讲话|附件一|附件二|注一');
});

test('much prose is no furniture, whatever its element is called', () => {
  const { left, rules } = page(
    `<html><body><nav>${links('首页', '新闻')}</nav><aside class="sidebar share">${SPEECH}</aside></body></html>`,
  );
  expect(left).toBe('');
  expect(rules).toEqual(['navigation']);
});

test('a page that is nothing but links keeps them', () => {
  expect(page(`<html><body>${links('某讲话一', '某讲话二', '某讲话三')}</body></html>`).left).toBe(
    '某讲话一|某讲话二|某讲话三',
  );
});

test('every rule knows its example, and names are split as people write them', () => {
  for (const { id, tags, names, example } of furnitureRules) {
    const [, tag = '', attribute, value = ''] = /^<(\w+)(?: (class|id)="([^"]+)")?/.exec(example) ?? [];
    if (names) expect(furnitureNamed(tag, attribute ? { [attribute]: value } : {}), id).toBe(id);
    for (const each of tags) expect(furnitureNamed(each, {}), each).toBe(id);
  }
  expect(namesOf('mainNav top_link2 side-Box')).toBe('main nav top link side box');
});

test.each([
  'content',
  'article',
  'printArea',
  'conTxt',
  'main-body',
  'TRS_Editor',
  'zoom',
  'pages_content',
  'view',
  'MsoNormal',
  'paths',
  'shareholder',
  'adjust',
  'navy',
])('the name %s means nothing', (name) => {
  expect(furnitureNamed('div', { class: name })).toBe(null);
});
