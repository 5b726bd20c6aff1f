/** Runs a workflow on this machine: jobs and steps in their order, `run` by bash word for word, each job in a folder of its own. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { actions, type Bench } from './actions.ts';
import { applies, type Contexts, evaluate, filled } from './expressions.ts';

interface Step {
  id?: string;
  name?: string;
  if?: string;
  uses?: string;
  with?: Record<string, unknown>;
  run?: string;
  env?: Record<string, string>;
}

interface Job {
  needs?: string | string[];
  if?: string;
  strategy?: { matrix: Record<string, string> };
  outputs?: Record<string, string>;
  steps: Step[];
}

export interface Setting extends Bench {
  /** For the folders of the jobs, and what they say. */
  scratch: string;
  /** `vars`, `inputs`, `secrets`, `github`. */
  contexts: Contexts;
  /** What a machine has before anything is run. */
  env: Record<string, string>;
}

export interface Ran {
  /** Folder of each job that was run, the last one of its matrix. */
  folders: Map<string, string>;
  /** `job: command`, the first line of each. */
  commands: string[];
}

/** @throws Error with what a step said that failed */
export async function runWorkflow(path: string, setting: Setting): Promise<Ran> {
  const { jobs } = parse(readFileSync(path, 'utf8')) as { jobs: Record<string, Job> };
  const needs: Record<string, { outputs: Record<string, string> }> = {};
  const ran: Ran = { folders: new Map(), commands: [] };
  for (const [name, job] of Object.entries(jobs)) {
    const missing = [job.needs ?? []].flat().filter((each) => !needs[each]);
    if (missing.length > 0) throw new Error(`${name} 要等的 ${missing[0]} 还没有做：各项要照先后写。`);
    const contexts: Contexts = { ...setting.contexts, needs };
    if (!applies(job.if, contexts)) continue;
    for (const [at, matrix] of combinations(job, contexts).entries()) {
      const folder = join(setting.scratch, `${name}-${at}`);
      ran.folders.set(name, folder);
      const outputs = await runJob(job, folder, { ...setting, contexts: { ...contexts, matrix } }, (run) =>
        ran.commands.push(`${name}: ${run.trim().split('\n')[0]}`),
      );
      needs[name] = { outputs };
    }
  }
  return ran;
}

/** A job is run once for each; matrices here have one name. */
function combinations({ strategy }: Job, contexts: Contexts): Record<string, unknown>[] {
  const [[name, values] = []] = Object.entries(strategy?.matrix ?? {});
  if (!name || !values) return [{}];
  const list = evaluate(values.replace(/^\$\{\{|\}\}$/g, ''), contexts);
  return (list as unknown[]).map((value) => ({ [name]: value }));
}

/** @returns the outputs of the job */
async function runJob(
  { steps, outputs = {} }: Job,
  folder: string,
  setting: Setting,
  tell: (run: string) => void,
): Promise<Record<string, string>> {
  mkdirSync(folder, { recursive: true });
  const done: Record<string, { outputs: Record<string, string> }> = {};
  const contexts: Contexts = { ...setting.contexts, steps: done };
  for (const step of steps) {
    if (!applies(step.if, contexts)) continue;
    if (step.run) tell(step.run);
    const said = step.run
      ? await runShell(step, folder, contexts, setting)
      : useAction(step, folder, contexts, setting);
    if (step.id) done[step.id] = { outputs: said };
  }
  return filledAll(outputs, contexts);
}

function filledAll(texts: Record<string, unknown>, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, filled(text, contexts)]));
}

function useAction(
  { uses = '', with: settings = {} }: Step,
  folder: string,
  contexts: Contexts,
  bench: Bench,
): Record<string, string> {
  const action = actions[uses.replace(/@.*/, '')];
  if (!action) throw new Error(`这里不会做的动作：${uses}`);
  return action(bench, folder, filledAll(settings, contexts));
}

/** With bash as on the real machine: it stops at the first command that fails. */
async function runShell(
  { name, run = '', env = {} }: Step,
  folder: string,
  contexts: Contexts,
  setting: Setting,
): Promise<Record<string, string>> {
  const outputs = `${folder}.outputs`;
  writeFileSync(outputs, '');
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', filled(run, contexts)], {
    cwd: folder,
    env: { ...setting.env, ...filledAll(env, contexts), GITHUB_OUTPUT: outputs },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`“${name ?? run}”没有成功（${code}）：\n${said}`);
  const lines = readFileSync(outputs, 'utf8').split('\n').filter(Boolean);
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
