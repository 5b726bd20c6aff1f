import { expect, test } from './fixtures.ts';
import { pathOf, speeches } from './speeches.ts';

/** A speech page at its first visit, in all and over the wire, as the site promises. What is kept for reading offline comes afterwards. */
const bytes = 40 * 1024;
const requests = 6;

interface Shown {
  /** Sum of the layout shifts; nothing moves after the first paint. */
  shift: number;
  /** Name of the element that was painted largest, and the address of its picture, if it is one. */
  largest: string;
  picture: string;
}

for (const speech of speeches) {
  test(`${speech.meta.id} comes in at most ${requests} requests and ${bytes} bytes, and stays where it is`, async ({
    page,
    context,
  }) => {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const shipped = new Map<string, number>();
    session.on('Network.responseReceived', ({ requestId }) => shipped.set(requestId, 0));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      shipped.set(requestId, encodedDataLength),
    );
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(pathOf(speech), { waitUntil: 'networkidle' });
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(requests);
    const sizes = [...shipped.values()];
    expect(sizes.every((size) => size > 0)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(bytes);

    const { shift, largest, picture } = await page.evaluate(observe);
    expect(shift).toBe(0);
    expect(picture).toBe('');
    expect(largest).toMatch(/^(H1|P|SPAN|DIV|A|DD|LI)$/);
  });
}

/** What the browser has measured by now. */
function observe(): Promise<Shown> {
  interface Entry extends PerformanceEntry {
    value?: number;
    element?: Element;
    url?: string;
  }
  const entries = (type: string) =>
    new Promise<Entry[]>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      // An observer without entries stays silent: a frame later there are none.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
    });
  return Promise.all([entries('layout-shift'), entries('largest-contentful-paint')]).then(([shifts, paints]) => ({
    shift: shifts.reduce((sum, { value = 0 }) => sum + value, 0),
    largest: paints.at(-1)?.element?.tagName ?? '',
    picture: paints.at(-1)?.url ?? '',
  }));
}
