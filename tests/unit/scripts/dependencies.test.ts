/** The licences of all packages that are installed, and how licences, audits and the bill of materials are judged. */
import { expect, test } from 'vitest';
import { auditSchema, judgeAudit } from '../../../scripts/dependencies/audit.ts';
import { readPackages } from '../../../scripts/dependencies/installed.ts';
import { judgeLicences, parseLicence } from '../../../scripts/dependencies/licences.ts';
import { allowedLicences, auditExceptions, licenceExceptions } from '../../../scripts/dependencies/policy.ts';
import { root } from '../../../scripts/lib/root.ts';
import { steady } from '../../../scripts/sbom.ts';

const allowed = { MIT: '宽松', ISC: '宽松' };
const of = (licence: string | null, name = 'some') => [{ name, path: `node_modules/${name}`, licence }];
const problemsOf = (licence: string | null) =>
  judgeLicences(of(licence), allowed, {}).problems.filter((problem) => problem.startsWith('node_modules'));

test('every package has a licence that the project takes, and every line of the policy is needed', () => {
  const packages = readPackages(root);
  expect(packages.length).toBeGreaterThan(500);
  expect(judgeLicences(packages, allowedLicences, licenceExceptions).problems).toEqual([]);
});

test('an expression is taken where one alternative is, with all of its parts', () => {
  for (const licence of ['MIT', '(MIT)', 'MIT OR GPL-3.0-only', 'GPL-3.0-only OR (MIT AND ISC)', 'MIT AND ISC'])
    expect([licence, problemsOf(licence)]).toEqual([licence, []]);
  const refused = ['GPL-3.0-only', 'MIT AND GPL-3.0-only', '(MIT OR ISC) AND AGPL-3.0-only', 'MIT WITH Some-exception'];
  for (const licence of [
    ...refused,
    'SEE LICENSE IN LICENSE',
    'UNLICENSED',
    '',
    'MIT OR',
    '(MIT',
    'MIT)',
    'AND',
    'toString',
    null,
  ])
    expect([licence, problemsOf(licence).length]).toEqual([licence, 1]);
});

test('an expression is read with AND before OR, and an exception goes with its licence', () => {
  expect(parseLicence('A OR B AND C WITH D')).toEqual({
    operator: 'OR',
    parts: ['A', { operator: 'AND', parts: ['B', 'C WITH D'] }],
  });
});

test('a problem says where and what to do; an exception holds for its package alone; a line that nobody needs is told', () => {
  expect(judgeLicences(of('GPL-2.0-only'), { MIT: '宽松' }, {}).problems).toEqual([
    'node_modules/some 的许可“GPL-2.0-only”不在允许之列：请换一个软件包；许可确实可以接受的，连同理由写进 scripts/dependencies/policy.ts。',
    'scripts/dependencies/policy.ts 里的 MIT 已没有软件包用到：请删去这一行。',
  ]);
  const exceptions = { some: { licence: 'MIT', why: '忘了写' } };
  expect(judgeLicences(of(null), { MIT: '宽松' }, exceptions).problems).toEqual([]);
  expect(judgeLicences([...of(null), ...of(null, 'other')], { MIT: '宽松' }, exceptions).problems).toHaveLength(1);
});

const advisory = (severity: string, id: string) => ({
  source: 1,
  name: 'some',
  dependency: 'some',
  title: 'Something bad',
  url: `https://github.com/advisories/${id}`,
  severity,
  range: '<1.2.3',
});
const report = (...via: unknown[]) =>
  auditSchema.parse({ auditReportVersion: 2, vulnerabilities: { some: { via }, other: { via: ['some', ...via] } } });

test('high and critical vulnerabilities stop, others are told; each once', () => {
  const found = report(advisory('critical', 'GHSA-1'), advisory('high', 'GHSA-2'), advisory('moderate', 'GHSA-3'));
  const { stops, notes } = judgeAudit(found, [], '2025-01-02');
  expect(stops).toEqual([
    'some <1.2.3（critical）：Something bad https://github.com/advisories/GHSA-1',
    'some <1.2.3（high）：Something bad https://github.com/advisories/GHSA-2',
  ]);
  expect(notes).toHaveLength(1);
});

test('an exception holds to its last day, and is told when it is of no more use', () => {
  const exceptions = [{ advisory: 'GHSA-1', why: '只在测试里用', until: '2025-01-31' }];
  const found = report(advisory('high', 'GHSA-1'));
  expect(judgeAudit(found, exceptions, '2025-01-31')).toEqual({
    stops: [],
    notes: [expect.stringContaining('例外，到 2025-01-31：只在测试里用')],
  });
  expect(judgeAudit(found, exceptions, '2025-02-01').stops).toEqual([
    expect.stringContaining('例外已在 2025-01-31 到期'),
  ]);
  expect(judgeAudit(report(), exceptions, '2025-01-01')).toEqual({
    stops: [],
    notes: ['例外 GHSA-1 已用不着，请删去'],
  });
});

test('every exception says what, why and until when', () => {
  for (const { advisory: id, why, until } of auditExceptions) {
    expect(id).toMatch(/^GHSA(-[0-9a-z]{4}){3}$/);
    expect(why).not.toBe('');
    expect(until).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});

test('the bill of materials names the project, and nothing in it changes from one time to the next', () => {
  const bill = (serialNumber: string, timestamp: string, folder: string) => ({
    bomFormat: 'CycloneDX' as const,
    serialNumber,
    version: 1,
    metadata: { timestamp, tools: [], component: { name: folder, version: '0.1.0' } },
    components: [{ name: 'some' }],
  });
  const one = steady(bill('urn:uuid:1', '2025-01-01T00:00:00Z', 'here'), 'jianghua-wenku');
  expect(one).toEqual(steady(bill('urn:uuid:2', '2025-01-02T00:00:00Z', 'there'), 'jianghua-wenku'));
  expect(one).toMatchObject({
    metadata: { component: { name: 'jianghua-wenku', version: '0.1.0' } },
    components: [{ name: 'some' }],
  });
});
