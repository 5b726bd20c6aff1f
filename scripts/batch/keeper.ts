/** What becomes of the answers: nothing, or files and a record of them. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { hold } from '../lib/held.ts';
import { type Write, writeTogether } from '../lib/together.ts';
import type { Answer } from './answer.ts';
import { openLedger, saveLedger } from './ledger.ts';
import type { Rest } from './library.ts';
import { digestOfRules, idOf, stateOnDisk, type Task } from './state.ts';

export interface Keeper {
  /** The tasks that have to be done, of all there are. */
  begin: (tasks: Task[]) => Task[];
  keep: (task: Task, answer: Answer) => void;
  end: (rest: Rest) => void;
}

/** Looks at everything, believes no record, writes nothing. */
export const looker: Keeper = { begin: (tasks) => tasks, keep: () => {}, end: () => {} };

export function journalOf(root: string): string {
  return join(root, '.cache/normalize.journal');
}

/** Speeches whose files become new together. */
const TOGETHER = 8;
/** Speeches after which the record is saved: a run that is killed has to do no more than these again. */
const SAVED = 400;

/** Leaves out what is as it was, and writes what changed. */
export class Writer implements Keeper {
  readonly #root: string;
  readonly #write: Write | undefined;
  readonly #tell: (text: string) => void;
  readonly #rules = digestOfRules();
  #states = new Map<string, string>();
  /** Answered, not yet written. */
  #pending: { task: Task; answer: Answer }[] = [];
  #unsaved = 0;

  constructor(root: string, write: Write | undefined, tell: (text: string) => void) {
    this.#root = root;
    this.#write = write;
    this.#tell = tell;
  }

  begin(tasks: Task[]): Task[] {
    const { states, why } = openLedger(this.#root, this.#rules);
    if (why !== null) this.#tell(why);
    const done = tasks.filter(
      (task) => states.has(task.name) && states.get(task.name) === stateOnDisk(this.#root, task),
    );
    this.#states = new Map(done.map(({ name }) => [name, states.get(name) as string]));
    const isDone = new Set(done);
    return tasks.filter((task) => !isDone.has(task));
  }

  keep(task: Task, answer: Answer): void {
    if (answer.state === null) return;
    this.#pending.push({ task, answer });
    if (this.#pending.length >= TOGETHER) this.#flush();
    if (this.#unsaved >= SAVED) this.#save();
  }

  end({ files, stale }: Rest): void {
    this.#flush();
    this.#put(files);
    for (const path of stale) rmSync(join(this.#root, path));
    this.#save();
  }

  #flush(): void {
    // The lock goes first: what it says of the past must not be older than the text.
    this.#put(this.#pending.flatMap(({ answer }) => answer.files.toReversed()));
    for (const { task, answer } of this.#pending) {
      this.#states.set(task.name, answer.state as string);
      if (answer.held !== null) hold(this.#root, idOf(task), answer.held);
    }
    this.#unsaved += this.#pending.length;
    this.#pending = [];
  }

  #put(files: readonly [path: string, content: string][]): void {
    if (files.length === 0) return;
    const content = new Map(files.map(([path, text]) => [join(this.#root, path), text]));
    writeTogether(journalOf(this.#root), content, this.#write);
  }

  #save(): void {
    saveLedger(this.#root, this.#rules, this.#states);
    this.#unsaved = 0;
  }
}
