import { describe } from 'vitest';
import { sites } from '../site/built.ts';
import { startCaddy } from '../support/web-server.ts';
import { keepsPromises } from './promises.ts';

for (const site of sites) {
  describe(`Caddy with the ${site.name}`, () => {
    keepsPromises(site, () => startCaddy(site), ['br', 'gzip']);
  });
}
