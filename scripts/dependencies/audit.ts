/** Judges what `npm audit --json` says. */
import { z } from 'zod';
import type { AuditException } from './policy.ts';

const advisorySchema = z.object({
  name: z.string(),
  title: z.string(),
  url: z.string(),
  severity: z.enum(['info', 'low', 'moderate', 'high', 'critical']),
  range: z.string(),
});

/** The part of npm's report (version 2) that is read: a string in `via` is the name of another vulnerable package. */
export const auditSchema = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisorySchema])) })),
});

const STOPPING: readonly string[] = ['high', 'critical'];

export interface AuditJudgement {
  /** What has to be mended. */
  stops: string[];
  /** What is only told. */
  notes: string[];
}

/** @param today `YYYY-MM-DD` */
export function judgeAudit(
  report: z.infer<typeof auditSchema>,
  exceptions: readonly AuditException[],
  today: string,
): AuditJudgement {
  const all = Object.values(report.vulnerabilities).flatMap(({ via }) =>
    via.filter((each): each is z.infer<typeof advisorySchema> => typeof each !== 'string'),
  );
  const advisories = new Map(all.map((each) => [`${each.url} ${each.name}`, each]));
  const stops: string[] = [];
  const notes: string[] = [];
  const used = new Set<AuditException>();
  for (const { name, title, url, severity, range } of advisories.values()) {
    const exception = exceptions.find(({ advisory }) => url.endsWith(`/${advisory}`));
    if (exception) used.add(exception);
    const told = `${name} ${range}（${severity}）：${title} ${url}`;
    if (!STOPPING.includes(severity)) notes.push(told);
    else if (!exception) stops.push(told);
    else if (exception.until < today) stops.push(`${told}；例外已在 ${exception.until} 到期`);
    else notes.push(`${told}；例外，到 ${exception.until}：${exception.why}`);
  }
  const stale = exceptions.filter((exception) => !used.has(exception));
  return { stops, notes: [...notes, ...stale.map(({ advisory }) => `例外 ${advisory} 已用不着，请删去`)] };
}
