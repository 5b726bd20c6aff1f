import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { listenFrom } from '../../../scripts/lib/port.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function listen(port: number): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      servers.push(server);
      done((server.address() as AddressInfo).port);
    });
  });
}

function refuse(code: string): (port: number) => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(code), { code }));
}

describe('listenFrom', () => {
  test('takes a later port where the wanted one is taken', async () => {
    const taken = await listen(0);
    expect(await listenFrom(taken, listen)).toBeGreaterThan(taken);
  });
  test('takes the wanted one where it is free', async () => {
    const tried: number[] = [];
    await listenFrom(5000, async (port) => tried.push(port));
    expect(tried).toEqual([5000]);
  });
  test('goes up one by one, and gives up with the range', async () => {
    await expect(listenFrom(5000, refuse('EADDRINUSE'))).rejects.toThrow(
      '端口 5000 到 5049 都被占用：请用 PORT 指定别的端口，例如 PORT=8080 npm start。',
    );
    await expect(listenFrom(65_530, refuse('EADDRINUSE'))).rejects.toThrow('端口 65530 到 65535 都被占用');
  });
  test('a port that is not ours to open is said', async () => {
    await expect(listenFrom(80, refuse('EACCES'))).rejects.toThrow('没有权限使用端口 80：请用 PORT 指定');
  });
  test('any other error is passed on', async () => {
    await expect(listenFrom(5000, refuse('EADDRNOTAVAIL'))).rejects.toThrow('EADDRNOTAVAIL');
  });
});
