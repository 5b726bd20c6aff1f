import { Agent, get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sites } from '../site/built.ts';
import { nginxHasBrotli, startNginx, type WebServer } from '../support/web-server.ts';
import { keepsPromises } from './promises.ts';

for (const site of sites) {
  describe(`nginx with the ${site.name}`, () => {
    keepsPromises(site, () => startNginx(site), nginxHasBrotli ? ['br', 'gzip'] : ['gzip']);
  });
}

const connections = 200;
/** `npm run proof:nginx` asks for ten seconds. */
const seconds = Number(process.env.LOAD_SECONDS ?? 1);

describe(`${connections} readers at once`, () => {
  let server: WebServer;
  beforeAll(async () => {
    const [site] = sites;
    if (!site) throw new Error('there is no built site');
    server = await startNginx(site);
  });
  afterAll(() => server.stop());

  test(`for ${seconds} s, every answer is whole`, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    const until = performance.now() + seconds * 1000;
    const faults: string[] = [];
    let answers = 0;
    const paths = ['/', '/speeches/', '/topics/', '/search/catalogue.json', '/none/'];
    const read = (path: string) =>
      new Promise<void>((done) => {
        const headers = { 'accept-encoding': 'gzip' };
        get(`${server.origin}${path}`, { agent, headers }, (response) => {
          if (response.statusCode !== (path === '/none/' ? 404 : 200)) faults.push(`${path} ${response.statusCode}`);
          response.resume();
          response.on('end', () => {
            answers++;
            done();
          });
          response.on('error', (error) => faults.push(String(error)));
          response.on('close', done);
        }).on('error', (error) => {
          faults.push(`${path} ${error.message}`);
          done();
        });
      });
    const reader = async (number: number) => {
      for (let at = number; performance.now() < until; at++) await read(paths[at % paths.length] ?? '/');
    };
    await Promise.all(Array.from({ length: connections }, (_, number) => reader(number)));
    agent.destroy();
    console.log(`nginx: ${connections} 个连接，${seconds} 秒，${answers} 次应答`);
    expect(faults).toEqual([]);
    expect(answers).toBeGreaterThan(connections);
    expect(server.errors()).toBe('');
  });
});
