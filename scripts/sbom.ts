/**
 * `npm run sbom [-- FILE]`: the bill of materials of the lock file in CycloneDX, as npm itself writes it, without what would make it
 * another file every time. Without network.
 */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { isCommand } from './lib/command.ts';
import { writeAtomic } from './lib/files.ts';
import { npm } from './lib/npm.ts';
import { main, Problem } from './lib/problem.ts';
import { root } from './lib/root.ts';

const schema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  serialNumber: z.string().optional(),
  metadata: z.looseObject({ timestamp: z.string().optional(), component: z.looseObject({ name: z.string() }) }),
  components: z.array(z.unknown()),
});
export type Bill = z.infer<typeof schema>;

/** Both left out are optional in CycloneDX; npm names the project by its folder. */
export function steady({ serialNumber: _, metadata, ...rest }: Bill, name: string): Bill {
  const { timestamp: __, ...kept } = metadata;
  return { ...rest, metadata: { ...kept, component: { ...metadata.component, name } } };
}

export function makeBill(): Bill {
  const { status, stdout } = npm(['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application']);
  if (status !== 0)
    throw new Problem('npm sbom 没有成功：请用 npm 10 以上（随 Node.js 20 以上），并运行 npm ci 后再试。');
  const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return steady(schema.parse(JSON.parse(stdout)), name);
}

if (isCommand(import.meta.url)) {
  await main(async () => {
    const file = process.argv[2]
      ? resolve(process.env.INIT_CWD ?? '.', process.argv[2])
      : join(root, 'release/sbom.cdx.json');
    const bill = makeBill();
    writeAtomic(file, `${JSON.stringify(bill, null, 2)}\n`);
    console.log(`${relative(process.env.INIT_CWD ?? '.', file)}：${bill.components.length} 个软件包。`);
  });
}
