/** A thread that answers one task after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { answer } from './answer.ts';
import type { Task } from './state.ts';

const { root } = workerData as { root: string };

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await answer(root, task)));
