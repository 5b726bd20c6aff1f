/** What a walk through the site needs of a browser. */
export interface Driver {
  /** Resolves when the page is loaded. */
  goto(url: string): Promise<void>;
  /** The value of an expression in the page, as JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Presses the keys one after the other, as a keyboard does. */
  press(keys: string): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds after which what should show is taken not to come. */
const PATIENCE = 30_000;

/** @throws where the expression is not true in time */
export async function until(driver: Driver, expression: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await driver.evaluate<boolean>(`Boolean(${expression})`))) {
    if (performance.now() > end) throw new Error(`没有等到：${expression}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}
