import { mentions } from '../../src/data/mentions.ts';
import { tagged, tagKinds } from '../../src/data/tags.ts';
import { topics } from '../../src/data/topics.ts';
import { expect, looking as test } from './fixtures.ts';
import { pathOf, speeches } from './speeches.ts';

for (const kind of tagKinds) {
  test(`/${kind.kind}/ lists every tag in use, of places down to the cities, with its number of speeches`, async ({
    page,
  }) => {
    await page.goto(`${kind.kind}/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(kind.label);
    const shown = await page
      .locator('.tag-index > li')
      .evaluateAll((items) =>
        items.map((item) => [
          item.querySelector('.tag-name')?.textContent,
          item.querySelector('.tag-count')?.textContent,
        ]),
      );
    const listed = tagged(kind, speeches).filter(({ tag }) => (tag.depth ?? 0) < 2);
    expect(shown).toEqual(listed.map(({ tag, entries: under }) => [tag.label, `${under.length} 篇`]));
  });

  for (const { tag, entries: under } of tagged(kind, speeches)) {
    test(`/${kind.kind}/${tag.slug}/ lists its speeches and no other`, async ({ page }) => {
      // A county stands on the page of its city.
      await page.goto((tag.depth ?? 0) < 2 ? `${kind.kind}/` : `places/${tag.slug.slice(0, 4)}/`);
      await page
        .locator('.tag-name')
        .filter({ hasText: new RegExp(`^${tag.label}$`) })
        .click();
      await expect(page).toHaveURL(new RegExp(`/${kind.kind}/${tag.slug}/$`));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(tag.label);
      const shown = await page.locator('.entry-title a').allTextContents();
      expect(shown.toSorted()).toEqual(under.map(({ meta }) => meta.title).toSorted());
    });
  }
}

test('a topic page links the sections whose own text has one of its words, and they have it', async ({ page }) => {
  for (const topic of topics) {
    const under = speeches.filter(({ meta }) => meta.topics.includes(topic.id));
    if (under.length === 0) continue;
    await page.goto(`topics/${topic.id}/`);
    const shown = await page
      .locator('.mentions a')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href)));
    const expected = under.flatMap((speech) =>
      mentions(speech, topic.words).map(({ anchor }) => `/${pathOf(speech)}#${anchor}`),
    );
    expect(shown.map(({ pathname, hash }) => pathname + hash).toSorted()).toEqual(expected.toSorted());
    for (const speech of under) {
      expect(
        expected.some((address) => address.startsWith(`/${pathOf(speech)}#`)),
        `${topic.id} ${speech.meta.id}`,
      ).toBe(true);
    }
  }
});

test('an entry of a topic page opens the place', async ({ page }) => {
  await page.goto(`topics/${topics[0]?.id}/`);
  await page.locator('.mentions summary').last().click();
  const link = page.locator('.mentions').last().locator('a').last();
  const hash = new URL(String(await link.getAttribute('href')), page.url()).hash;
  await link.click();
  await expect(page.locator(hash)).toBeInViewport();
});

test('a speech that only has a day of posting stands under 年份未注明, with that day', async ({ page }) => {
  const undated = speeches.filter(({ meta }) => !meta.delivered && !meta.issued && meta.published);
  await page.goto('years/unknown/');
  for (const { meta } of undated) {
    const [year, month, day] = String(meta.published).split('-').map(Number);
    const entry = page.locator('.entry', { hasText: meta.title });
    await expect(entry).toContainText('年份未注明');
    await expect(entry).toContainText(`网站发布于 ${year} 年 ${month} 月 ${day} 日`);
  }
  expect(undated.length).toBeGreaterThan(0);
});

test('a speech links to the pages of its tags', async ({ page }) => {
  for (const speech of speeches) {
    await page.goto(pathOf(speech));
    const notes = page.locator('.speech-notes');
    for (const topic of speech.meta.topics) await expect(notes.locator(`a[href$="/topics/${topic}/"]`)).toHaveCount(1);
    await expect(notes.locator(`a[href$="/completeness/${speech.meta.completeness}/"]`)).toHaveCount(1);
    await expect(notes.locator('a[href*="/genres/"]')).toHaveCount(1);
    await expect(notes.locator('a[href*="/places/"]')).toHaveCount(speech.meta.place ? 1 : 0);
  }
});
