/** What each phase of a long run costs. */
import { readFileSync } from 'node:fs';

export interface Lap {
  name: string;
  /** CPU seconds of this process with its threads, and of its children that have ended. */
  cpu: number;
  /** Seconds that passed. */
  wall: number;
  /** When it ended, in milliseconds since 1970: who watches from outside can tell which phase it saw. */
  ended: number;
}

/** CPU seconds and milliseconds since 1970. */
export interface Reading {
  cpu: number;
  at: number;
}

/** Ends the phase that has gone on since the last one ended. */
export type EndLap = (name: string) => void;

export class Laps {
  readonly laps: Lap[] = [];
  readonly #read: () => Reading;
  #last: Reading;

  /** What came before the first phase, such as loading the programs, belongs to it. */
  constructor(read: () => Reading = readSelf, start: Reading = { cpu: 0, at: performance.timeOrigin }) {
    this.#read = read;
    this.#last = start;
  }

  end: EndLap = (name) => {
    const now = this.#read();
    const { cpu, at } = this.#last;
    this.laps.push({ name, cpu: now.cpu - cpu, wall: (now.at - at) / 1000, ended: now.at });
    this.#last = now;
  };
}

/** Of Linux, for programs. */
const TICKS_A_SECOND = 100;

function readSelf(): Reading {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1e6 + childrenCpu(), at: Date.now() };
}

/** CPU seconds of the children of this process that have ended, and of theirs; 0 where the machine does not tell. */
export function childrenCpu(): number {
  try {
    // The name in parentheses may hold spaces; the 14th and 15th fields after it are the times of children that have ended.
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND;
  } catch {
    return 0;
  }
}
