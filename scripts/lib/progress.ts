/** How far a long run is: a bar that is redrawn on a terminal, a line a step elsewhere. Only on stderr, and only for many steps. */
import { clip, printable } from './columns.ts';

const WIDTH = 24;
const NAME = 40;

interface Stream {
  isTTY?: boolean;
  write: (text: string) => unknown;
}

export interface Progress {
  step: (done: number, total: number, name: string) => void;
  /** Takes the bar away, so that other text can be printed. */
  clear: () => void;
}

export function progress(stream: Stream): Progress {
  let drawn = false;
  const clear = () => {
    if (drawn) stream.write('\r\u001b[2K');
    drawn = false;
  };
  return {
    clear,
    step: (done, total, name) => {
      const label = `${done}/${total} ${clip(printable(name), NAME)}`;
      if (stream.isTTY) {
        clear();
        const filled = Math.round((done / total) * WIDTH);
        stream.write(`[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${label}`);
        drawn = true;
      } else stream.write(`${label}\n`);
    },
  };
}

/** Milliseconds between two pictures of the bar; between two lines, unless a tenth of the way comes first. */
const REDRAWN = 100;
const SAID = 5000;

/**
 * The same for so many steps that not each can be told: on a terminal a few pictures a second, elsewhere a line every five seconds or tenth
 * of the way; the last step always.
 * @param now milliseconds
 */
export function pacedProgress(stream: Stream, now: () => number = Date.now): Progress {
  const bar = progress(stream);
  let last = { at: now(), done: 0 };
  const isDue = (done: number, total: number) => {
    const silent = now() - last.at;
    if (stream.isTTY) return silent >= REDRAWN;
    return silent >= SAID || Math.floor((done * 10) / total) > Math.floor((last.done * 10) / total);
  };
  return {
    clear: bar.clear,
    step: (done, total, name) => {
      if (done < total && !isDue(done, total)) return;
      last = { at: now(), done };
      bar.step(done, total, name);
    },
  };
}
