/** `npm start`: builds the site where it is not that of its sources, and serves it. */
import { type Holdings, readBuilt } from './lib/built.ts';
import { digestOf } from './lib/digest.ts';
import { listenFrom } from './lib/port.ts';
import { main } from './lib/problem.ts';
import { root } from './lib/root.ts';
import { readPort, readSettings, type Settings } from './lib/settings.ts';
import { untilStopped } from './lib/signals.ts';
import { serve } from './serve.ts';

async function ensureBuilt(settings: Settings): Promise<Holdings> {
  const built = readBuilt(settings.outDir);
  if (built?.digest === digestOf(root, settings)) return built.holdings;
  console.log('正在构建网站……');
  // Loaded only here: a start without a build is quick.
  const { build } = await import('./build.ts');
  return build(settings);
}

await main(async () => {
  const port = readPort(process.env);
  const settings = readSettings(process.env);
  const { speeches, characters } = await ensureBuilt(settings);
  const server = await listenFrom(port, (free) => serve({ dir: settings.outDir, base: settings.base, port: free }));
  console.log(`讲话文库已就绪：${server.url}`);
  console.log(`馆藏讲话 ${speeches} 篇，正文 ${characters.toLocaleString('zh-CN')} 字，全部可以检索。`);
  console.log('按 Ctrl+C 停止。');
  await untilStopped();
  await server.close();
});
