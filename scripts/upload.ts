/**
 * `npm run upload -- PLACE [--from DIR] [--dry-run] [--again]`: brings a built site to a store of objects with rclone. PLACE is as rclone
 * writes it, `remote:bucket/folder`. Only what differs is sent, in an order in which no page is ever without what it needs.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { main, Problem } from './lib/problem.ts';
import { root } from './lib/root.ts';
import { readNote, writeNote } from './upload/note.ts';
import { storedFiles } from './upload/objects.ts';
import { listed, remove, send } from './upload/rclone.ts';
import { NOTE, type Step, sameHeaders, stepsFor } from './upload/steps.ts';

async function carryOut(place: string, { name, note, send: files, remove: keys }: Step): Promise<void> {
  if (note) await writeNote(place, note);
  if (files.length + keys.length === 0) return;
  console.log(files.length > 0 ? `送 ${name}：${files.length} 件。` : `删 ${name}：${keys.length} 件。`);
  for (const alike of sameHeaders(files)) await send(place, alike);
  if (keys.length > 0) await remove(place, keys);
}

function show({ name, send: files, remove: keys }: Step): void {
  if (files.length + keys.length === 0) return;
  console.log(files.length > 0 ? `会送 ${name}：` : `会删 ${name}：`);
  for (const { key, headers } of files) console.log(`  ${key}  ${Object.values(headers).join(' | ')}`);
  for (const key of keys) console.log(`  ${key}`);
}

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: 'string', default: 'dist' },
      'dry-run': { type: 'boolean', default: false },
      again: { type: 'boolean', default: false },
    },
  });
  const [place] = positionals;
  if (!place || positionals.length > 1)
    throw new Problem('请指明一处，照 rclone 的写法，例如 npm run upload -- site:bucket。');
  const dir = resolve(root, values.from);
  if (!['index.html', '404.html'].every((name) => existsSync(join(dir, name))))
    throw new Problem(`${dir} 里没有构建好的网站：请先运行 npm run build。`);
  const files = storedFiles(dir);
  const standing = await listed(place);
  const noted = standing.delete(NOTE) ? await readNote(place) : [];
  const steps = stepsFor(files, standing, { noted, again: values.again });
  for (const step of steps) {
    if (values['dry-run']) show(step);
    else await carryOut(place, step);
  }
  const sent = steps.reduce((sum, { send }) => sum + send.length, 0);
  const removed = steps.reduce((sum, { remove }) => sum + remove.length, 0);
  console.log(
    `${values['dry-run'] ? '没有真做：会' : '已'}送 ${sent} 件，删 ${removed} 件；网站共 ${files.length} 件。`,
  );
});
