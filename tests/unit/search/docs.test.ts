import { expect, it } from 'vitest';
import { docsRecord } from '../../../src/search/docs.ts';

const html = `<!doctype html><html><head><title>题</title><style>p{}</style></head><body><nav>导航</nav>
<main><nav>目录</nav><article><h1>怎样检索</h1><p>第一<strong>段</strong>，
有<a href="/">链接</a>。</p><h2 id="signs">记号</h2><ul><li>甲</li><li>乙<br>丙</li></ul><p data-note>注</p>
<h2>无名</h2><p>&lt;b&gt;</p><script>代码</script></article></main><footer>页脚</footer></body></html>`;

it('reads the main content as a visitor sees it, under the nearest heading with an id', () => {
  const record = docsRecord(html, 'docs/search/');
  expect(record).toMatchObject({
    id: 'docs-search',
    path: 'docs/search/',
    title: '怎样检索',
    outline: { signs: '记号' },
  });
  expect(record.blocks.map(({ id, kind, text }) => [id, kind, text])).toEqual([
    ['', 'title', '怎样检索'],
    ['', 'paragraph', '第一段， 有链接。'],
    ['signs', 'heading', '记号'],
    ['signs', 'paragraph', '甲'],
    ['signs', 'paragraph', '乙'],
    ['signs', 'paragraph', '丙'],
    ['signs', 'heading', '无名'],
    ['signs', 'paragraph', '<b>'],
  ]);
});

it('finds no text where there is no main content', () => expect(docsRecord('<p>甲</p>', 'docs/').blocks).toEqual([]));
