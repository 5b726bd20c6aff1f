import { Problem } from './problem.ts';

const tries = 50;

/**
 * Calls `listen` with `port`, and with the next ones as long as they are taken.
 * @throws Problem where none of 50 is free or the port is not ours to open; any other error of `listen` as it is.
 */
export async function listenFrom<Server>(port: number, listen: (port: number) => Promise<Server>): Promise<Server> {
  const last = Math.min(port + tries - 1, 65_535);
  for (let candidate = port; candidate <= last; candidate++) {
    try {
      return await listen(candidate);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES') throw new Problem(`没有权限使用端口 ${candidate}：请用 PORT 指定 1024 以上的端口。`);
      if (code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Problem(`端口 ${port} 到 ${last} 都被占用：请用 PORT 指定别的端口，例如 PORT=8080 npm start。`);
}
