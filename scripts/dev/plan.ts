/** What pages know of the speeches is in the plan: in `npm run dev` they are made anew where it has changed, and the browser shows them. */
import type { Plugin, ViteDevServer } from 'vite';

/** @param path of the plan */
export function followPlan(path: string): Plugin {
  return { name: 'follow-plan', configureServer: (server) => follow(path, server) };
}

export function follow(
  path: string,
  { watcher, environments, ws }: Pick<ViteDevServer, 'watcher' | 'environments' | 'ws'>,
): void {
  watcher.add(path);
  watcher.on('all', (_, changed) => {
    if (changed !== path) return;
    for (const { moduleGraph } of Object.values(environments)) moduleGraph.invalidateAll();
    ws.send({ type: 'full-reload' });
  });
}
