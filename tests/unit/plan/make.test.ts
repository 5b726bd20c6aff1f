import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makePlan } from '../../../scripts/plan/index.ts';
import { READ } from '../../../src/plan/held.ts';
import { PLAN, readPlan } from '../../../src/plan/plan.ts';
import { writeSpeech } from '../../../src/text/mdx/write.ts';
import type { Meta } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

let root: string;
let said: string[];
let made: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plan-'));
  said = [];
  for (const folder of ['speeches', 'accounts', 'anchors'])
    mkdirSync(join(root, 'src/content', folder), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

const account = { source: 'sources/x.txt', sha256: '0'.repeat(64), edits: [], findings: [] };

function put(id: string, meta: Partial<Meta> = {}): void {
  const speech = { ...sampleSpeech, meta: { ...sampleSpeech.meta, id, ...meta } };
  writeFileSync(join(root, `src/content/speeches/${id}.mdx`), writeSpeech(speech));
  writeFileSync(join(root, `src/content/accounts/${id}.json`), JSON.stringify(account));
  writeFileSync(join(root, `src/content/anchors/${id}.json`), JSON.stringify({ ids: {} }));
}

function plan() {
  made = 0;
  const tell = (text: string) => said.push(text);
  return makePlan(root, { tell, step: () => made++ });
}

it('lists the newest first, with what each page needs to know of the others', () => {
  put('old', { delivered: '2020', topics: ['talent'] });
  put('new', { delivered: '2024', topics: ['talent'] });
  put('undated', { delivered: null, issued: null, published: null, topics: [] });
  const { entries } = plan();
  expect(entries.map(({ id }) => id)).toEqual(['new', 'old', 'undated']);
  expect(entries[0]?.card.meta.delivered).toBe('2024');
  expect(entries[0]?.related[0]).toMatchObject({ id: 'old', topics: ['人才'] });
  expect(readPlan(join(root, PLAN))?.entries).toEqual(entries);
});

it('makes anew what changed, and all else gives the same as making everything', () => {
  for (const id of ['one', 'two', 'three']) put(id, { topics: ['talent'] });
  plan();
  expect(made).toBe(3);
  plan();
  expect(made).toBe(0);
  put('two', { topics: ['talent'], title: '另一个题目' });
  const bySteps = plan();
  expect(made).toBe(1);
  rmSync(join(root, '.cache'), { recursive: true });
  expect(plan()).toEqual(bySteps);
  expect(bySteps.entries.find(({ id }) => id === 'one')?.related.map(({ title }) => title)).toContain('另一个题目');
});

it('forgets a speech that is gone', () => {
  put('one');
  put('two');
  plan();
  for (const path of ['speeches/one.mdx', 'accounts/one.json', 'anchors/one.json'])
    rmSync(join(root, 'src/content', path));
  expect(plan().entries.map(({ id }) => id)).toEqual(['two']);
});

it('a plan that is torn is made anew, and it says so', () => {
  put('one');
  const whole = plan();
  const path = join(root, PLAN);
  writeFileSync(path, readFileSync(path).subarray(0, -20));
  expect(() => readPlan(path)).toThrow('不是完整的计划');
  expect(plan()).toEqual(whole);
  expect(said.join()).toContain('已损坏');
});

it('a kept speech that is torn or of another text is read again', () => {
  put('one');
  const whole = plan();
  const kept = join(root, READ, 'one.json');
  const good = readFileSync(kept, 'utf8');
  for (const bad of ['', good.slice(0, -9), good.replace('讲话', '讲画')]) {
    expect(bad).not.toBe(good);
    writeFileSync(kept, bad);
    rmSync(join(root, PLAN));
    expect(plan()).toEqual(whole);
    expect(readFileSync(kept, 'utf8')).toBe(good);
  }
});

it('says what to do where a file of a speech is missing', () => {
  put('one');
  rmSync(join(root, 'src/content/accounts/one.json'));
  expect(plan).toThrow('src/content/accounts/one.json 不见了：请运行 npm run normalize');
});

it.each([
  ['another component', '<Anchor id="p9" /><Button>按</Button>'],
  ['an import', 'import x from "./x.js"'],
  ['an expression', '<Anchor id="p9" />{1 + 1}'],
])('refuses %s, with file and line', (_, body) => {
  put('one');
  const path = join(root, 'src/content/speeches/one.mdx');
  const mdx = readFileSync(path, 'utf8');
  writeFileSync(path, `${mdx}\n${body}\n`);
  expect(plan).toThrow(`src/content/speeches/one.mdx:${mdx.split('\n').length + 1}:`);
});

it('refuses a file whose name is not its id', () => {
  put('one');
  for (const [folder, ending] of [
    ['speeches', 'mdx'],
    ['accounts', 'json'],
    ['anchors', 'json'],
  ])
    cpSync(join(root, `src/content/${folder}/one.${ending}`), join(root, `src/content/${folder}/other.${ending}`));
  expect(plan).toThrow('src/content/speeches/other.mdx:1:1 文件名与 id 不一致');
});
