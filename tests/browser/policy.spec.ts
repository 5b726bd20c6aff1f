import { expect, test } from './fixtures.ts';
import { pathOf, speechWith } from './speeches.ts';

const speech = pathOf(speechWith(() => true));

/** What an attacker would try who can write into a page; none may have any effect. */
const attempts = {
  'an inline script': () => {
    const script = document.createElement('script');
    try {
      script.textContent = 'document.documentElement.dataset.broken = "script"';
    } catch {}
    document.body.append(script);
  },
  markup: () => {
    try {
      document.body.innerHTML = '<img src="x" onerror="document.documentElement.dataset.broken = \'markup\'">';
    } catch {}
  },
  'a handler in an attribute': () => {
    const image = document.createElement('img');
    try {
      image.setAttribute('onerror', 'document.documentElement.dataset.broken = "handler"');
    } catch {}
    image.src = 'data:,';
    document.body.append(image);
  },
  'a picture from elsewhere': () => {
    document.body.append(Object.assign(document.createElement('img'), { src: 'http://127.0.0.1:9/picture.png' }));
  },
  'an inline style': () => {
    document.body.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }));
  },
};

for (const [name, attempt] of Object.entries(attempts)) {
  // The promise of the fixtures is broken on purpose here: such a test must fail.
  test.fail(`${name} is a violation, and a test that meets one fails`, async ({ page }) => {
    await page.goto(speech);
    await page.evaluate(attempt);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  });
}

test.describe('on a host that sends no headers of ours', () => {
  test.use({ mayViolate: true });

  test('the page brings its policy itself', async ({ page, site }) => {
    await page.route(`${site.url}**`, async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await page.goto(speech);
    for (const attempt of Object.values(attempts)) await page.evaluate(attempt);
    await expect(page.locator('html')).toHaveClass('js');
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('html')).not.toHaveAttribute('data-broken');
  });
});
