/** Something a person can mend: its message says what happened and what to do, and needs no stack trace. */
export class Problem extends Error {}

/**
 * Runs a command to its end. A `Problem` is printed as it is, any other error with its stack; both end with exit code 1.
 * @param command gives the exit code, nothing for 0.
 */
export async function main(command: () => Promise<number | undefined> | Promise<void>): Promise<void> {
  try {
    const code = await command();
    if (code) process.exitCode = code;
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    process.exitCode = 1;
  }
}
