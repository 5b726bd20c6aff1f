/** Every rule earns its place: switched off, at least one golden folder comes out otherwise. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Source } from '../../scripts/normalize/types.ts';
import { type Exports, shows, switchesOf } from './switches.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const normalizer = join(root, 'scripts/normalize');
const golden = new URL('../fixtures/golden/', import.meta.url);

/** Files that hold tables of rules: a folder of them, and what belongs to one reader or to the website too. */
const modules = [
  ...readdirSync(join(normalizer, 'rules'))
    .filter((name) => name !== 'word-group.ts')
    .map((name) => join(normalizer, 'rules', name)),
  join(normalizer, 'readers/markdown/inline.ts'),
  join(normalizer, 'readers/markdown/recognise.ts'),
  join(root, 'src/text/redaction.ts'),
];

/** A copy, and what comes of it with all rules; `text` is both, for a look. */
interface Case {
  source: Source;
  usual: string;
  text: string;
}

/** First those that are quick to read. */
const cases: Case[] = await Promise.all(
  readdirSync(golden)
    .flatMap((name) => {
      const path = readdirSync(new URL(`${name}/`, golden)).find((file) => file.startsWith('input.'));
      return path ? [{ path, bytes: new Uint8Array(readFileSync(new URL(`${name}/${path}`, golden))) }] : [];
    })
    .sort((a, b) => cost(a) - cost(b))
    .map(async (source) => {
      const usual = await outcome(source);
      return { source, usual, text: `${new TextDecoder().decode(source.bytes)}\n${usual}` };
    }),
);

function cost({ path, bytes }: Source): number {
  return (/pdf|docx/.test(path) ? 1000 : 1) * bytes.length;
}

/** What becomes of a copy, by a normalizer that is loaded anew when modules have been reset. */
async function outcome(source: Source): Promise<string> {
  const { normalize } = await import('../../scripts/normalize/index.ts');
  try {
    const { speech, edits, findings, evidence } = await normalize(source, null, '0'.repeat(64));
    return JSON.stringify({ speech, edits, findings, evidence });
  } catch (error) {
    return String(error);
  }
}

afterEach(() => {
  vi.resetModules();
});

for (const path of modules) {
  const exports = (await import(path)) as Exports;
  describe(relative(root, path), () => {
    test.each(switchesOf(exports))('$name', async ({ off, rule }) => {
      vi.resetModules();
      vi.doMock(path, async (original) => {
        const fresh = { ...((await original()) as Exports) };
        off(fresh);
        return fresh;
      });
      const differs = await someOutcomeDiffers(rule);
      vi.doUnmock(path);
      expect(differs, 'nothing changes without this rule: a golden folder is missing').toBe(true);
    });

    test.each(examplesOf(exports))('$name: the example is one', ({ pattern, example }) => {
      expect(new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).test(example)).toBe(true);
    });
  });
}

/**
 * Every copy is tried until one differs: first those that hold what the rule looks for, and among equals those that showed the
 * want of a rule last, since rules of one table are mostly seen by few copies.
 */
async function someOutcomeDiffers(rule: unknown): Promise<boolean> {
  const likely = new Set(cases.filter(({ text }) => shows(text, rule)));
  for (const each of [...likely, ...cases.filter((other) => !likely.has(other))]) {
    if ((await outcome(each.source)) === each.usual) continue;
    cases.unshift(...cases.splice(cases.indexOf(each), 1));
    return true;
  }
  return false;
}

interface Example {
  name: string;
  pattern: RegExp;
  example: string;
}

function examplesOf(exports: Exports): Example[] {
  const rules = Object.values(exports).flatMap((value) =>
    typeof value === 'object' && value !== null ? [value, ...Object.values(value)] : [],
  );
  return rules
    .filter((rule): rule is Example => rule?.pattern instanceof RegExp && typeof rule.example === 'string')
    .map((rule) => ({ ...rule, name: String((rule as { id?: string }).id ?? rule.example) }));
}

test('no table of rules stands anywhere else', () => {
  const files = [normalizer, join(root, 'src/text')].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const holding = files.filter(
    (file) => file.endsWith('.ts') && /^\s*(?:\{ .*)?(?:example|why): ['"`]/m.test(readFileSync(file, 'utf8')),
  );
  expect(holding.filter((file) => !modules.includes(file)).map((file) => relative(root, file))).toEqual([]);
});

test('every code of a finding and every rule of the account is seen in a golden folder', () => {
  const seen = readdirSync(golden)
    .map((name) => readFileSync(new URL(`${name}/expected.json`, golden), 'utf8'))
    .join('');
  const stages = readdirSync(join(normalizer, 'stages'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(normalizer, 'stages', name), 'utf8'));
  const named = [...stages, readFileSync(join(normalizer, 'index.ts'), 'utf8')].flatMap((text) =>
    [...text.matchAll(/\b(?:code|rule): '([a-z-]+)'/g)].map(([, name]) => name as string),
  );
  expect(named.filter((name) => !seen.includes(`"${name}"`))).toEqual([]);
});
