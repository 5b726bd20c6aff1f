/** What the actions of our workflows do, on this machine: artifacts are folders, caches are always cold. */
import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface Bench {
  /** Lays the work tree anew. */
  checkOut: (folder: string) => void;
  /** Where artifacts are kept, by name. */
  artifacts: string;
  /** What the settings of Pages say. */
  pages: Record<string, string>;
}

/** @returns the outputs of the step */
type Action = (bench: Bench, folder: string, settings: Record<string, string>) => Record<string, string>;

export const actions: Record<string, Action> = {
  'actions/checkout': ({ checkOut }, folder) => {
    checkOut(folder);
    return {};
  },
  'actions/setup-node': () => ({}),
  'actions/cache': () => ({}),
  'actions/configure-pages': ({ pages }) => pages,
  'actions/upload-artifact': ({ artifacts }, folder, settings) => {
    const { name = '', path = '' } = settings;
    if (path.split('/').some((part) => part.startsWith('.')) && settings['include-hidden-files'] !== 'true')
      throw new Error(`附件 ${name} 里会没有 ${path}：以点开头的要写明 include-hidden-files。`);
    keep(join(folder, path), join(artifacts, name));
    return {};
  },
  'actions/download-artifact': ({ artifacts }, folder, { name, pattern = '', path = '' }) => {
    const wanted = new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
    const names = name ? [name] : readdirSync(artifacts).filter((each) => wanted.test(each));
    for (const each of names) cpSync(join(artifacts, each), join(folder, path), { recursive: true });
    return {};
  },
  'actions/upload-pages-artifact': ({ artifacts }, folder, { path = '' }) => {
    keep(join(folder, path), join(artifacts, 'github-pages'));
    return {};
  },
  'actions/deploy-pages': ({ artifacts }) => {
    if (!existsSync(join(artifacts, 'github-pages'))) throw new Error('没有可以发布到 Pages 的附件。');
    return {};
  },
};

/** A single file stands in its artifact under its own name, a folder with what is in it. */
function keep(path: string, artifact: string): void {
  if (existsSync(artifact)) throw new Error(`附件 ${basename(artifact)} 已经有了。`);
  const target = statSync(path).isFile() ? join(artifact, basename(path)) : artifact;
  mkdirSync(dirname(target), { recursive: true });
  cpSync(path, target, { recursive: true });
}
