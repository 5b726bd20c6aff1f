/** Content loader of the collection `speeches`: the cards that the plan has, each set again only where the speech changed. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { planPath, readPlan } from '../plan/plan.ts';

export function speechLoader(): Loader {
  return {
    name: 'speeches',
    load: async (context) => {
      const path = resolve(fileURLToPath(context.config.root), planPath(process.env));
      await load(path, context);
      watch(path, context);
    },
  };
}

async function load(path: string, { store, parseData, logger }: LoaderContext): Promise<void> {
  const plan = readPlan(path);
  if (!plan) logger.warn('还没有计划，讲话一篇也没有载入：npm run build 与 npm run dev 会先做出计划。');
  const entries = plan?.entries ?? [];
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of [...store.keys()]) if (!ids.has(id)) store.delete(id);
  for (const { id, digest, card } of entries) {
    if (store.get(id)?.digest === digest) continue;
    store.set({ id, digest, data: await parseData({ id, data: card }) });
  }
}

/** The plan is made anew whenever a source changes. */
function watch(path: string, context: LoaderContext): void {
  const { watcher, logger } = context;
  if (!watcher) return;
  const reload = (changed: string) => {
    if (changed === path) load(path, context).catch((error: Error) => logger.error(error.message));
  };
  watcher.add(path);
  watcher.on('add', reload);
  watcher.on('change', reload);
}
