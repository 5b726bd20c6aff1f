import { describe, expect, test } from 'vitest';
import { citedSpeech } from '../../../src/text/citation/cited.ts';
import { headMetadata } from '../../../src/text/citation/head.ts';
import { jsonLd, scriptText } from '../../../src/text/citation/json-ld.ts';
import { sampleSpeech } from '../../sample.ts';
import { bare, full } from '../../support/cited.ts';

const address = 'https://wenku.example/speeches/canteens/';

describe('metadata for reference managers', () => {
  test('says what is known', () => {
    const said = headMetadata(full, address, '权利归原作者').map(({ name, content }) => `${name}: ${content}`);
    expect(said).toEqual([
      'citation_title: [把一顿热饭当作大事来办：在云溪县三级干部大会上的讲话]',
      'citation_author: 林远',
      'citation_date: 2024/05/16',
      'citation_language: zh-CN',
      `citation_public_url: ${address}`,
      'DC.title: [把一顿热饭当作大事来办：在云溪县三级干部大会上的讲话]',
      'DC.creator: 林远',
      'DC.type: webpage',
      'DC.language: zh-CN',
      `DC.identifier: ${address}`,
      'DC.rights: 权利归原作者',
      'DCTERMS.created: 2024-05-16',
      'DCTERMS.issued: 2024-06-01',
      'DCTERMS.modified: 2026-09-30',
    ]);
  });
  test('leaves out what is not', () => {
    const names = headMetadata(bare, null, '权利归原作者').map(({ name }) => name);
    expect(names).toEqual(['citation_title', 'citation_language', 'DC.title', 'DC.type', 'DC.language', 'DC.rights']);
  });
});

describe('JSON-LD', () => {
  const nowhere = { page: null, home: null };
  test('names the speech, its parts that are there, and where each stands', () => {
    const cited = citedSpeech(sampleSpeech.meta, { site: '讲话文库', version: null });
    expect(jsonLd(sampleSpeech, cited, { page: address, home: 'https://wenku.example/' })).toEqual({
      '@context': 'https://schema.org',
      '@type': 'CreativeWork',
      '@id': address,
      url: address,
      name: '在全市样例工作会议上的讲话',
      genre: '讲话',
      inLanguage: 'zh-CN',
      copyrightNotice: '测试用',
      isPartOf: { '@type': 'WebSite', name: '讲话文库', url: 'https://wenku.example/' },
      hasPart: [
        { '@type': 'CreativeWork', '@id': `${address}#s1`, name: '一、认清大势' },
        { '@type': 'CreativeWork', '@id': `${address}#s1-1`, name: '（一）要增强使命感' },
        { '@type': 'CreativeWork', '@id': `${address}#s2`, name: '二、抓好{落实}' },
        { '@type': 'CreativeWork', '@id': `${address}#s2-1`, name: '一是建好平台' },
      ],
    });
  });
  test('a site that does not know its address gives none', () => {
    const text = scriptText(jsonLd(sampleSpeech, bare, nowhere));
    expect(text).not.toMatch(/https?:(?!\/\/schema\.org)/);
    expect(text).toContain('"@id":"#s1"');
  });
  test('who, when and where, as what each is', () => {
    expect(jsonLd({ ...sampleSpeech, outline: [] }, full, nowhere)).toMatchObject({
      author: { '@type': 'Person', name: '林远', jobTitle: '云溪县副县长' },
      dateCreated: '2024-05-16',
      datePublished: '2024-06-01',
      dateModified: '2026-09-30',
      locationCreated: { '@type': 'Place', name: '浙江省金华市' },
      identifier: '云政发〔2024〕5号',
    });
    const body = { ...full, author: { name: '云溪县委', kind: 'body' } as const };
    expect(jsonLd(sampleSpeech, body, nowhere)).toMatchObject({
      author: { '@type': 'Organization', name: '云溪县委' },
    });
    expect(jsonLd({ ...sampleSpeech, outline: [] }, bare, nowhere)).not.toHaveProperty('hasPart');
  });
  test('no text ends the script that holds it', () => {
    const text = scriptText(jsonLd(sampleSpeech, { ...bare, title: '</script><!--<script>' }, nowhere));
    expect(text).not.toContain('<');
    expect(JSON.parse(text).name).toBe('</script><!--<script>');
  });
});
