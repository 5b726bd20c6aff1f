/**
 * What every browser test starts from: the built site on a server of its own, and the promises that no page asks another host
 * and that nothing is against the content security policy.
 * `SITE_DIR`, `BASE_SITE_DIR` and `FORMER_SITE_DIR` name other folders to test, e.g. `SITE_DIR=dist npx playwright test`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
  type Request,
} from '@playwright/test';
import { root } from '../../scripts/lib/root.ts';
import { serve } from '../../scripts/serve.ts';

export interface Site {
  /** Address of the home page, with a slash at the end. */
  url: string;
  /** Folder the site was built into. */
  dir: string;
}

const siteDir = process.env.SITE_DIR ?? join(root, '.cache/site');
const baseSiteDir = process.env.BASE_SITE_DIR ?? join(root, '.cache/site-base');
const formerSiteDir = process.env.FORMER_SITE_DIR ?? join(root, '.cache/site-former');

async function serveSite(dir: string, path: string, use: (site: Site) => Promise<void>): Promise<void> {
  if (!existsSync(join(dir, 'index.html')))
    throw new Error(`${dir} holds no built site: run npm test, or build it there`);
  const { url, close } = await serve({ dir, base: path });
  await use({ url, dir });
  await close();
}

function isOutside(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return /^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1';
}

/** What the browser says of a violation, in pages and workers; where scripts run, our own listener says it too. */
const violation = /content security policy|securitypolicyviolation|requires '?Trusted|TrustedScript|TrustedHTML/i;

/** Has every context of a browser watched, those that are open and those to come; gives what ends it. */
function watchContexts(
  browser: Browser,
  begin: (context: BrowserContext) => void,
  end: (context: BrowserContext) => void,
) {
  browser.contexts().forEach(begin);
  browser.on('context', begin);
  return () => {
    browser.off('context', begin);
    browser.contexts().forEach(end);
  };
}

function tellViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
    console.error(`securitypolicyviolation: ${effectiveDirective} ${blockedURI} ${sourceFile}`),
  );
}

export const test = base.extend<
  { mayViolate: boolean; noOutsideRequest: undefined; noViolation: undefined },
  { site: Site; baseSite: Site; formerSite: Site }
>({
  /** The site as built without `SITE_URL`, at the root of its host. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from this pattern
  site: [({}, use) => serveSite(siteDir, '/', use), { scope: 'worker' }],
  /** The site as built with `BASE_PATH=/repo/` and `SITE_URL=https://example.test`. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from this pattern
  baseSite: [({}, use) => serveSite(baseSiteDir, '/repo/', use), { scope: 'worker' }],
  /** The small library of `tests/support/former-library.ts`, built like `baseSite`. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from this pattern
  formerSite: [({}, use) => serveSite(formerSiteDir, '/repo/', use), { scope: 'worker' }],
  baseURL: ({ site }, use) => use(site.url),
  /** Watches every context of the browser, those that a test opens itself too. */
  noOutsideRequest: [
    async ({ browser }, use) => {
      const outside: string[] = [];
      const note = (request: Request) => {
        if (isOutside(request.url())) outside.push(request.url());
      };
      const end = watchContexts(
        browser,
        (context) => context.on('request', note),
        (context) => context.off('request', note),
      );
      await use(undefined);
      end();
      expect(outside, 'requests to other hosts').toEqual([]);
    },
    { auto: true },
  ],
  /** true for the few tests that violate the policy on purpose. */
  mayViolate: [false, { option: true }],
  noViolation: [
    async ({ browser, mayViolate }, use) => {
      const violations: string[] = [];
      const note = (message: ConsoleMessage) => {
        if (violation.test(message.text())) violations.push(message.text());
      };
      const teach = (context: BrowserContext) => void context.addInitScript(tellViolations);
      browser.on('context', teach);
      const end = watchContexts(
        browser,
        (context) => context.on('console', note),
        (context) => context.off('console', note),
      );
      await use(undefined);
      browser.off('context', teach);
      end();
      if (!mayViolate) expect(violations, 'violations of the content security policy').toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * For tests that leave nothing behind in the window but what is put back here: no init scripts, permissions or cookies. One window a
 * worker serves them all, because to open one costs more than most of them do.
 */
export const looking = test.extend<object, { windows: Map<string, Page> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from this pattern
  windows: [({}, use) => use(new Map()), { scope: 'worker' }],
  page: async ({ browser, windows, viewport, hasTouch, isMobile, javaScriptEnabled }, use) => {
    const kind = JSON.stringify({ hasTouch, isMobile, javaScriptEnabled });
    const page = windows.get(kind) ?? (await (await browser.newContext()).newPage());
    windows.set(kind, page);
    if (viewport) await page.setViewportSize(viewport);
    await use(page);
    await putBack(page);
  },
  context: ({ page }, use) => use(page.context()),
});

/** Leaves the window as a new one is. */
async function putBack(page: Page): Promise<void> {
  page.removeAllListeners();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  if (page.url().startsWith('http')) {
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
  }
  await page.emulateMedia({
    media: null,
    colorScheme: 'light',
    reducedMotion: 'no-preference',
    forcedColors: 'none',
    contrast: 'no-preference',
  });
  // Else the next address may differ by its fragment alone, and nothing would be loaded.
  await page.goto('about:blank');
}

export { expect };
