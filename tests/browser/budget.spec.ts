import { expect, test } from './fixtures.ts';
import { pathOf, speeches } from './speeches.ts';

/** A speech page in all, over the wire, as the site promises. */
const bytes = 60 * 1024;
const requests = 4;

for (const speech of speeches) {
  test(`${speech.meta.id} comes in at most ${requests} requests and ${bytes} bytes`, async ({ page, context }) => {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const shipped = new Map<string, number>();
    session.on('Network.responseReceived', ({ requestId }) => shipped.set(requestId, 0));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      shipped.set(requestId, encodedDataLength),
    );
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathOf(speech), { waitUntil: 'networkidle' });
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(requests);
    const sizes = [...shipped.values()];
    expect(sizes.every((size) => size > 0)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(bytes);
  });
}
