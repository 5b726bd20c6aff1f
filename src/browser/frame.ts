/** The same work, done at most once a frame however often it is asked for. */
export function oncePerFrame(work: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      work();
    });
  };
}

/** Work that can wait: each piece is a task of its own, so that together they hold up no tap. None may move what is already shown. */
export async function inTurn(...works: (() => void)[]): Promise<void> {
  for (const work of works) {
    await new Promise((done) => setTimeout(done));
    work();
  }
}
