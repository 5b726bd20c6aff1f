/** Other builders on the same texts, each in a folder of its own beside the project, as they come. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Speech } from '../../../src/text/speech.ts';
import { plainMarkdown } from './markdown.ts';
import type { Builder, Measured, Task } from './results.ts';
import { countPages, runWatched } from './watched.ts';

export type Other = Exclude<Builder, 'ours'>;

interface Recipe {
  name: string;
  /** Exact versions. */
  packages: Record<string, string>;
  overrides?: Record<string, string>;
  /** Script that builds, and its arguments. */
  build: string[];
  /** Where a page of Markdown goes, by its name. */
  page: (id: string) => string;
  /** Configuration and a page that lists all, by path. */
  files: (speeches: readonly Speech[]) => Record<string, string>;
  /** Folder of the finished site. */
  site: string;
  /** Folders to be taken away before a first build: pages, what is built from them, what a builder remembers. */
  made: string[];
}

const STARLIGHT_PAGES = 'src/content/docs';

export const others: Record<Other, Recipe> = {
  eleventy: {
    name: 'Eleventy',
    packages: { '@11ty/eleventy': '3.1.8' },
    build: ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    page: (id) => `pages/speeches/${id}.md`,
    files: () => ({
      'eleventy.config.js': `export default (config) => {
  config.addCollection('speeches', (all) => all.getFilteredByGlob('pages/speeches/*.md'));
  return { dir: { input: 'pages', output: 'site' }, markdownTemplateEngine: false };
};
`,
      'pages/speeches/speeches.json': '{ "layout": "speech.njk" }\n',
      'pages/_includes/speech.njk': eleventyPage(
        '<h1>{{ title }}</h1>\n<p>{{ description }}</p>\n{{ content | safe }}',
      ),
      'pages/index.njk': `---
pagination: { data: collections.speeches, size: 30, alias: speeches }
permalink: "{% if pagination.pageNumber %}page/{{ pagination.pageNumber + 1 }}/{% endif %}index.html"
title: 讲话
---
${eleventyPage('<ul>{% for each in speeches %}<li><a href="{{ each.url }}">{{ each.data.title }}</a></li>{% endfor %}</ul>')}`,
    }),
    site: 'site',
    made: ['site', 'pages'],
  },
  starlight: {
    name: 'Starlight',
    packages: { '@astrojs/starlight': '0.42.4', '@astrojs/markdown-remark': '7.3.1', astro: '7.3.4' },
    // Later ones lack programs for some machines.
    overrides: { pagefind: '1.5.2' },
    build: ['node_modules/astro/bin/astro.mjs', 'build', '--silent'],
    page: (id) => `${STARLIGHT_PAGES}/speeches/${id}.md`,
    files: (speeches) => ({
      // A list of all pages beside each page would grow with their square.
      'astro.config.mjs': `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  site: 'https://example.test',
  integrations: [starlight({ title: '讲话', locales: { root: { label: '简体中文', lang: 'zh-CN' } }, sidebar: [{ label: '全部', link: '/' }], pagination: false })],
});
`,
      'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
      [`${STARLIGHT_PAGES}/index.md`]: `---\ntitle: 讲话\n---\n\n${speeches.map(({ meta }) => `- [${meta.id}](/speeches/${meta.id}/)\n`).join('')}`,
    }),
    site: 'dist',
    made: ['dist', 'src', '.astro', 'node_modules/.astro', 'node_modules/.vite'],
  },
};

function eleventyPage(body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body>
${body}
</body>
</html>
`;
}

/** Installed on first use, and again when a version has changed; false where that can't be done. */
export function ensureInstalled(folder: string, { packages, overrides }: Recipe, say: (text: string) => void): boolean {
  const wanted = `${JSON.stringify({ private: true, type: 'module', dependencies: packages, overrides }, null, 2)}\n`;
  const [manifest, stamp] = [join(folder, 'package.json'), join(folder, 'node_modules/.installed')];
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  say('安装');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(manifest, wanted);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' });
  if (status !== 0) return false;
  writeFileSync(stamp, wanted);
  return true;
}

export const otherTasks = ['cold', 'unchanged'] as const satisfies Task[];

/** Builds from nothing, and once more. The folder holds the installed builder. */
export async function* measureOther(
  folder: string,
  recipe: Recipe,
  speeches: readonly Speech[],
  say: (text: string) => void,
): AsyncGenerator<Measured> {
  for (const made of recipe.made) rmSync(join(folder, made), { recursive: true, force: true });
  const files = new Map(Object.entries(recipe.files(speeches)));
  for (const speech of speeches) files.set(recipe.page(speech.meta.id), plainMarkdown(speech));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  for (const task of otherTasks) {
    say(`构建：${task}`);
    const program = { command: process.execPath, args: recipe.build, cwd: folder };
    const { looks: _, ...cost } = await runWatched(
      { ...program, env: { ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' } },
      say,
    );
    yield { ...cost, task, pages: countPages(join(folder, recipe.site)), phases: [] };
  }
}
