/** Finds everything in a module of rules that can be switched off by itself. */

export type Exports = { [name: string]: unknown };

export interface Switch {
  /** The table and, within it, the rule: `debrisRules: breadcrumb`. */
  name: string;
  /** What it switches off: a rule, several, or a list or map of words. */
  rule: unknown;
  /** Switches the rule off in a fresh copy of the module. */
  off: (exports: Exports) => void;
}

type Rule = { [field: string]: unknown };

/**
 * An exported rule is one switch; so is each rule of a table, and each group of entries that give the same `genre`.
 * Words, strings and patterns that are no objects are one switch as a whole, the entries of a record or map one each.
 */
export function switchesOf(exports: Exports): Switch[] {
  return Object.entries(exports).flatMap(([key, value]): Switch[] => {
    if (typeof value === 'function') return [];
    const whole: Switch = {
      name: key,
      rule: value,
      off: (fresh) => Object.assign(fresh, { [key]: emptied(fresh[key]) }),
    };
    if (!isObject(value) || value instanceof Set || value instanceof RegExp) return [whole];
    if (value instanceof Map) {
      return [...value.keys()].map((each) => ({
        name: `${key}: ${each}`,
        rule: [each],
        off: (fresh) => (fresh[key] as typeof value).delete(each),
      }));
    }
    if (Array.isArray(value)) return value.every(isObject) ? ofTable(key, value as Rule[]) : [whole];
    if (disarmed(value))
      return [{ name: key, rule: value, off: (fresh) => Object.assign(fresh[key] as Rule, disarmed(value)) }];
    return Object.entries(value).map(([entry, rule]) => ({
      name: `${key}: ${entry}`,
      rule,
      off: (fresh) => {
        const table = fresh[key] as Rule;
        if (isObject(rule) && !Array.isArray(rule)) Object.assign(table[entry] as Rule, disarmed(rule));
        else delete table[entry];
      },
    }));
  });
}

function ofTable(key: string, rules: Rule[]): Switch[] {
  const nameOf = (rule: Rule) => String(rule.id ?? rule.genre ?? rule.example ?? rule.why);
  return [...new Set(rules.map(nameOf))].map((name) => ({
    name: `${key}: ${name}`,
    rule: rules.filter((rule) => nameOf(rule) === name),
    off: (fresh) => {
      const table = fresh[key] as Rule[];
      for (const rule of table.filter((each) => nameOf(each) === name)) {
        const without = disarmed(rule);
        if (without) Object.assign(rule, without);
        else table.splice(table.indexOf(rule), 1);
      }
    },
  }));
}

/** What makes a rule match nothing; null for one that works by being in its table. */
function disarmed({ pattern, words }: Rule): Rule | null {
  if (pattern instanceof RegExp) return { pattern: emptied(pattern) };
  return words ? { words: [] } : null;
}

/** In place where the module itself may hold the value. */
function emptied(value: unknown): unknown {
  if (value instanceof RegExp) return new RegExp('(?!)', value.flags);
  if (value instanceof Set) value.clear();
  else if (Array.isArray(value)) value.length = 0;
  return typeof value === 'string' ? '' : value;
}

function isObject(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null;
}

/**
 * Whether a text may show what a rule does: it names the rule, or holds what the rule looks for. A guess that only saves time.
 * @param text a copy and what comes of it
 */
export function shows(text: string, rule: unknown): boolean {
  if (typeof rule === 'string') return rule !== '' && text.includes(rule);
  if (rule instanceof RegExp) return new RegExp(rule.source, `${rule.flags.replace(/[gmy]/g, '')}m`).test(text);
  if (Array.isArray(rule) || rule instanceof Set) return [...rule].some((each) => shows(text, each));
  if (!isObject(rule)) return false;
  const { id, pattern, words, ending } = rule;
  return (
    (typeof id === 'string' && text.includes(`"${id}"`)) || [pattern, words, ending].some((each) => shows(text, each))
  );
}
