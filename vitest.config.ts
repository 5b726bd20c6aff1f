import { defineConfig } from 'vitest/config';

const shared = { environment: 'node', testTimeout: 120_000, hookTimeout: 120_000 } as const;

/**
 * `text` proves that the library and the normalizer run in plain Node, without Astro.
 * `site` reads the built site; `npm test` builds it first, `SITE_DIR` and `BASE_SITE_DIR` name others.
 * `nginx` and `caddy` serve it with those servers, and need them installed; `s3` brings it to a store of objects with rclone.
 */
export default defineConfig({
  // Two runs at the same time, of different projects, must not share it.
  cacheDir: `.cache/vitest/${process.env.TEST_PROJECT ?? 'any'}`,
  test: {
    allowOnly: false,
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'text', include: ['tests/{unit,golden,property}/**/*.test.ts'] } },
      { test: { ...shared, name: 'site', include: ['tests/site/**/*.test.ts'] } },
      { test: { ...shared, name: 'nginx', include: ['tests/deploy/nginx.test.ts'] } },
      { test: { ...shared, name: 'caddy', include: ['tests/deploy/caddy.test.ts'] } },
      { test: { ...shared, name: 's3', include: ['tests/deploy/s3.test.ts'] } },
    ],
  },
});
