import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import rehypeSlug from 'rehype-slug';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { site } from './src/data/site.ts';

const origin = process.env.SITE_URL || site.origin;
if (!origin)
  console.warn('未设 SITE_URL：按本机地址构建，不输出规范网址、网站地图、订阅与检索描述等需要完整网址的内容。');

export default defineConfig({
  ...(origin ? { site: origin } : {}),
  base: process.env.BASE_PATH || site.base,
  outDir: process.env.OUT_DIR || './dist',
  trailingSlash: 'always',
  build: { format: 'directory' },
  devToolbar: { enabled: false },
  // In kB: the tables of traditional forms are large, and fetched only by those who choose them.
  vite: { build: { chunkSizeWarningLimit: 1200 } },
  // The hand-written pages alone pass through this; speeches have a loader of their own.
  markdown: {
    syntaxHighlight: false,
    processor: unified({ remarkPlugins: [remarkCjkFriendly], rehypePlugins: [rehypeSlug], smartypants: false }),
  },
  integrations: [mdx()],
});
