/** Worker threads that take tasks as they become free. */
import { Worker } from 'node:worker_threads';
import type { Answer } from './answer.ts';
import type { Task } from './state.ts';

/** Fewer tasks than this are done sooner than threads are ready. */
const FEW = 48;
/** Tasks under way or answered before their turn, a thread: so that one long text does not stop the others, and memory stays bounded. */
const AHEAD = 8;

/** Megabytes for values that live shortly: almost all that one text gives is forgotten with it. */
const YOUNG = 64;

export interface Answered {
  task: Task;
  answer: Answer;
}

/**
 * The answers in the order of the tasks.
 * @param threads how many at most; 1 does all in this one
 */
export async function* answers(root: string, tasks: readonly Task[], threads: number): AsyncGenerator<Answered> {
  if (threads === 1 || tasks.length < FEW) {
    // Where threads do the work, this one is spared the normalizer.
    const { answer } = await import('./answer.ts');
    for (const task of tasks) yield { task, answer: await answer(root, task) };
    return;
  }
  const crew = new Crew(root, Math.min(threads, tasks.length));
  try {
    const waiting: Promise<Answered>[] = [];
    for (const task of tasks) {
      waiting.push(crew.ask(task).then((answer) => ({ task, answer })));
      if (waiting.length >= AHEAD * threads) yield (await waiting.shift()) as Answered;
    }
    for (const each of waiting) yield await each;
  } finally {
    await crew.dismiss();
  }
}

interface Order {
  task: Task;
  done: (answer: Answer) => void;
}

/** A thread and the order that it works on. */
interface Hand {
  worker: Worker;
  order: Order | null;
}

class Crew {
  readonly #root: string;
  readonly #orders: Order[] = [];
  readonly #hands: Hand[];

  constructor(root: string, threads: number) {
    this.#root = root;
    this.#hands = Array.from({ length: threads }, () => this.#hire());
  }

  /** Never rejects. */
  ask(task: Task): Promise<Answer> {
    const { promise, resolve: done } = Promise.withResolvers<Answer>();
    this.#orders.push({ task, done });
    const idle = this.#hands.find(({ order }) => order === null);
    if (idle) this.#give(idle);
    return promise;
  }

  async dismiss(): Promise<void> {
    await Promise.all(
      this.#hands.map(({ worker }) => {
        worker.removeAllListeners();
        return worker.terminate();
      }),
    );
  }

  #hire(): Hand {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { root: this.#root },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    const hand: Hand = { worker, order: null };
    worker.on('message', (told: Answer) => this.#finish(hand, told));
    worker.on('error', (error) => this.#replace(hand, error));
    return hand;
  }

  #give(hand: Hand): void {
    hand.order = this.#orders.shift() ?? null;
    if (hand.order) hand.worker.postMessage(hand.order.task);
  }

  #finish(hand: Hand, told: Answer): void {
    hand.order?.done(told);
    this.#give(hand);
  }

  /** A thread that broke, as for want of memory: its task has failed, another takes the next. */
  #replace(hand: Hand, error: unknown): void {
    const { order } = hand;
    // One that breaks before its first task would break again and again.
    if (!order) throw error;
    const next = this.#hire();
    this.#hands[this.#hands.indexOf(hand)] = next;
    const why = error instanceof Error ? error.message : String(error);
    const problem = `sources/${order.task.name} 没能规范化，处理它的线程中止了：${why}`;
    order.done({ problem, files: [], held: null, warnings: [], anchors: [], state: null });
    this.#give(next);
  }
}
