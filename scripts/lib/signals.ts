/** Resolves at the first request to stop (Ctrl+C, end of the terminal, `kill`); further ones change nothing. */
export function untilStopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  });
}
