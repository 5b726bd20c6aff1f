/** Judges licences by SPDX expressions. */
import type { LicenceException } from './policy.ts';

export interface Package {
  name: string;
  /** Path below the project, e.g. `node_modules/yaml`. */
  path: string;
  /** As the package words it; null where it says nothing. */
  licence: string | null;
}

/** An expression of the form `A OR (B AND C WITH D)` as a tree; a leaf is an identifier, `WITH` and its exception included. */
type Expression = string | { operator: 'AND' | 'OR'; parts: Expression[] };

/** @returns null for text that is no expression */
export function parseLicence(text: string): Expression | null {
  const words = text.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const joined = (operator: 'AND' | 'OR', operand: () => Expression | null): Expression | null => {
    const parts: Expression[] = [];
    do {
      const part = operand();
      if (part === null) return null;
      parts.push(part);
    } while (words[at] === operator && ++at);
    return parts.length === 1 ? (parts[0] ?? null) : { operator, parts };
  };
  const leaf = (): Expression | null => {
    const word = words[at++];
    if (word === '(') {
      const inside = alternatives();
      return words[at++] === ')' ? inside : null;
    }
    if (word === undefined || !/^[\w.+-]+$/.test(word) || /^(AND|OR|WITH)$/.test(word)) return null;
    if (words[at] !== 'WITH') return word;
    at += 2;
    return `${word} WITH ${words[at - 1]}`;
  };
  const alternatives = (): Expression | null => joined('OR', () => joined('AND', leaf));
  const expression = alternatives();
  return at === words.length ? expression : null;
}

/** Identifiers that make an expression acceptable; null where it is not. */
function acceptedBy(expression: Expression, isAllowed: (identifier: string) => boolean): string[] | null {
  if (typeof expression === 'string') return isAllowed(expression) ? [expression] : null;
  const parts = expression.parts.map((part) => acceptedBy(part, isAllowed));
  if (expression.operator === 'OR') return parts.find((part) => part !== null) ?? null;
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

export interface LicenceReport {
  /** How many packages have each licence, as they word it, the most frequent first. */
  counts: [licence: string, packages: number][];
  /** One sentence each on what has to be mended. */
  problems: string[];
}

/** @param allowed reasons by identifier */
export function judgeLicences(
  packages: readonly Package[],
  allowed: Readonly<Record<string, string>>,
  exceptions: Readonly<Record<string, LicenceException>>,
): LicenceReport {
  const counts = new Map<string, number>();
  const used = new Set<string>();
  const problems: string[] = [];
  for (const { name, path, licence } of packages) {
    const exception = Object.hasOwn(exceptions, name) ? exceptions[name] : undefined;
    const text = exception?.licence ?? licence ?? '';
    const expression = parseLicence(text);
    const accepted = expression && acceptedBy(expression, (identifier) => Object.hasOwn(allowed, identifier));
    if (exception) used.add(name);
    for (const identifier of accepted ?? []) used.add(identifier);
    counts.set(text || '没有写明', (counts.get(text || '没有写明') ?? 0) + 1);
    if (!accepted) problems.push(`${path} 的许可“${text || '没有写明'}”不在允许之列：${REMEDY}`);
  }
  for (const name of [...Object.keys(allowed), ...Object.keys(exceptions)].filter((each) => !used.has(each)))
    problems.push(`scripts/dependencies/policy.ts 里的 ${name} 已没有软件包用到：请删去这一行。`);
  return { counts: [...counts].sort(([, one], [, other]) => other - one), problems };
}

const REMEDY = '请换一个软件包；许可确实可以接受的，连同理由写进 scripts/dependencies/policy.ts。';
