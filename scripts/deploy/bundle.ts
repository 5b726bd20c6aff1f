import { join } from 'node:path';
import { root } from '../lib/root.ts';

/**
 * One script of the built site whose name stays the same, with all that it imports.
 * @param entry path below the root of the project
 * @param values put in place of the names in the code
 */
export async function bundle(
  entry: string,
  format: 'iife' | 'es',
  values: Record<string, unknown> = {},
): Promise<string> {
  const define = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
  // Loading it takes longer than a build does in which nothing has changed.
  const { build } = await import('vite');
  const output = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define,
    build: { write: false, rolldownOptions: { input: join(root, entry), output: { format } } },
  });
  const [made] = [output].flat();
  const chunk = made && 'output' in made ? made.output[0] : undefined;
  if (!chunk) throw new Error(`${entry} 没有构建出来。`);
  return chunk.code;
}
