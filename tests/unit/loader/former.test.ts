import { describe, expect, it, test } from 'vitest';
import { renderSpeech } from '../../../src/loader/render.ts';
import { formerPlaces } from '../../../src/text/former.ts';
import type { Speech } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

function bodyWith(former: Speech['former']): string {
  return renderSpeech({ ...sampleSpeech, former }).body;
}

describe('a former id', () => {
  it('stands at the beginning of the place that has its text, with what happened', () => {
    const body = bodyWith({ p8: { moved: 'p3' }, p9: { merged: 'p2', reason: '两段相连' } });
    expect(body).toContain(
      '<p id="p3"><span class="former" id="p8" data-note><span>编号 p8 的文字已移至此段</span></span>',
    );
    expect(body).toContain(
      '<p id="p2"><span class="former" id="p9" data-note><span>编号 p9 的文字已并入此段（两段相连）</span></span>',
    );
  });

  it('is carried by headings, run-ins, omissions, absent parts and the title too', () => {
    const former = Object.fromEntries(
      ['s2', 's2-1', 'o1', 's1-2', 'title'].map((moved, index) => [`s${index + 7}`, { moved }]),
    );
    const { head, body } = renderSpeech({ ...sampleSpeech, former });
    expect(head).toContain('<h1 id="title"><span class="former" id="s11" data-note>');
    for (const host of [
      '<h2 id="s2"',
      '<strong class="runin" id="s2-1"',
      '<div class="omission" id="o1"',
      '<p class="absent" id="s1-2"',
    ])
      expect(body).toMatch(new RegExp(`${host}[^>]*><span class="former"`));
  });

  it('leads along a chain to its end', () => {
    const body = bodyWith({ p7: { moved: 'p8' }, p8: { merged: 'p9' }, p9: { moved: 'p3' } });
    expect(body).toContain('编号 p7 的文字已并入此段');
    expect(body.match(/<p id="p3">(?:<span class="former".*?<\/span><\/span>){3}/)).not.toBeNull();
  });

  it('whose text was taken out stands in a list after the text, with the reason', () => {
    const body = bodyWith({ p8: { removed: '是网站的广告' }, p7: { moved: 'p8' } });
    expect(body).toMatch(
      /<section class="removed" data-note.*<li id="p8">p8：是网站的广告<\/li><li id="p7">p7：是网站的广告<\/li><\/ul><\/section>$/,
    );
    expect(bodyWith({})).not.toContain('removed');
  });

  it('that leads nowhere is refused', () => {
    expect(() => bodyWith({ p8: { moved: 'p99' } })).toThrow('编号 p8 的去向 p99 不在文中');
  });
});

test('a circle is refused', () => {
  expect(() => formerPlaces({ former: { p1: { moved: 'p2' }, p2: { moved: 'p1' } } })).toThrow('绕回了自己');
});
