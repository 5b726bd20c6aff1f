/** How far a long run is: a bar that is redrawn on a terminal, a line a step elsewhere. Only on stderr, and only for many steps. */
import { clip, printable } from '../lib/columns.ts';

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
