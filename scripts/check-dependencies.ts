/**
 * `npm run check:dependencies`: the licences of all packages, against those that the project takes. Without network.
 * `npm run check:dependencies -- --audit`: the published vulnerabilities besides, asked of the registry. Exit code 1 if something stops.
 */
import { parseArgs } from 'node:util';
import { auditSchema, judgeAudit } from './dependencies/audit.ts';
import { readPackages } from './dependencies/installed.ts';
import { judgeLicences } from './dependencies/licences.ts';
import { allowedLicences, auditExceptions, licenceExceptions } from './dependencies/policy.ts';
import { pad } from './lib/columns.ts';
import { isCommand } from './lib/command.ts';
import { npm } from './lib/npm.ts';
import { main, Problem } from './lib/problem.ts';
import { root } from './lib/root.ts';

function checkLicences(): number {
  const packages = readPackages(root);
  const { counts, problems } = judgeLicences(packages, allowedLicences, licenceExceptions);
  const width = Math.max(...counts.map(([licence]) => licence.length)) + 2;
  for (const [licence, count] of counts)
    console.log(`${pad(licence, width)}${String(count).padStart(4)}  ${allowedLicences[licence] ?? ''}`.trimEnd());
  console.log(`${packages.length} 个软件包，${counts.length} 种许可，不合的 ${problems.length} 处。`);
  for (const problem of problems) console.error(problem);
  return problems.length;
}

function checkAudit(): number {
  const { stdout } = npm(['audit', '--json']);
  const report = auditSchema.safeParse(parse(stdout));
  if (!report.success)
    throw new Problem(
      '没有查成漏洞：软件包仓库没有给出 npm audit 的结果。请检查网络与 npm 的 registry 设置，再运行一次。',
    );
  const { stops, notes } = judgeAudit(report.data, auditExceptions, new Date().toISOString().slice(0, 10));
  for (const note of notes) console.log(`留意：${note}`);
  for (const stop of stops) console.error(`须处理：${stop}`);
  console.log(`已知漏洞：须处理 ${stops.length}，留意 ${notes.length}。`);
  return stops.length;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function check(): number {
  const { values } = parseArgs({ options: { audit: { type: 'boolean', default: false } } });
  const faults = checkLicences() + (values.audit ? checkAudit() : 0);
  return faults > 0 ? 1 : 0;
}

if (isCommand(import.meta.url)) {
  await main(async () => {
    try {
      return check();
    } catch (error) {
      const misused = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
      throw misused ? new Problem('用法：npm run check:dependencies -- [--audit]') : error;
    }
  });
}
