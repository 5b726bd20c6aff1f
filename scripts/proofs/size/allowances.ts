/** Files that may differ in size between a small and a large library, and why; all others must not grow. */
import { FEED_LENGTH } from '../../../src/data/copies/feeds.ts';
import { PER_PAGE } from '../../../src/data/paging.ts';

export interface Allowance {
  pattern: RegExp;
  why: string;
  /** Items of a list: each brings its bytes, and there may be so many. */
  items?: { pattern: RegExp; most: number };
  /** Bytes that the file may have, however large the library is. */
  most?: number;
  /** Bytes that the file may have more for each speech more. */
  bytesASpeech?: number;
}

const KB = 1024;
/** Places down to the city, and more than a century of years. */
const VOCABULARY = 400;

export const allowances: readonly Allowance[] = [
  {
    pattern: /^(speeches|(topics|places|years|genres|completeness)\/[^/]+)\/(page\/\d+\/)?index\.html$/,
    why: '清单：一页至多这么多篇',
    items: { pattern: /class="entry"/g, most: PER_PAGE },
  },
  {
    pattern: /^editors\/(page\/\d+\/)?index\.html$/,
    why: '原文的情形：一页至多这么多份，疑点多的在前，所以馆藏越大，头一页的每份越长',
    items: { pattern: /class="source"/g, most: PER_PAGE },
    most: 160 * KB,
  },
  {
    pattern: /^(topics|places|years|genres|completeness)\/index\.html$/,
    why: '标签是封闭的词表，一个标签一项',
    items: { pattern: /class="tag-name"/g, most: VOCABULARY },
  },
  {
    pattern: /^index\.html$/,
    why: '首页的条形：年份、地点、体裁各有上限，讲话六篇',
    items: { pattern: /class="(bar|entry)"/g, most: 80 },
  },
  {
    pattern: /^search\/tags\.json$/,
    why: '标签是封闭的词表',
    items: { pattern: /":"/g, most: 2 * VOCABULARY },
  },
  { pattern: /^feed\.atom$/, why: '订阅：最近的若干篇', items: { pattern: /<entry>/g, most: FEED_LENGTH } },
  { pattern: /^feed\.json$/, why: '订阅：最近的若干篇', items: { pattern: /"content_/g, most: FEED_LENGTH } },
  { pattern: /^llms\.txt$/, why: '说明与最近的一百篇', items: { pattern: /^- \[/gm, most: 120 } },
  { pattern: /^(speeches|anchors)\/parts\/\w+\.json$/, why: '清单的一卷，满了就分', most: 512 * KB },
  { pattern: /^(speeches|anchors)\/index\.json$/, why: '清单的目录：满一卷多一行', bytesASpeech: 8 },
  { pattern: /^sitemap(-\d+)?\.xml$/, why: '网站地图：一页一行，五万行一份', bytesASpeech: 128 },
];
