/** The part of the language between `${{` and `}}` that our workflows use: names, texts, `==`, `!=`, `&&`, `||`, `fromJSON(…)`. */

/** `vars`, `inputs`, `steps` and so on, by name. */
export type Contexts = Record<string, unknown>;

type Value = string | number | boolean | unknown[];

/** @returns '' for a name that is not there, as on the real machine */
export function evaluate(text: string, contexts: Contexts): Value {
  const expression = text.trim();
  const either = expression.split('||');
  if (either.length > 1) return either.reduce<Value>((value, each) => value || evaluate(each, contexts), '');
  const both = expression.split('&&');
  if (both.length > 1) return both.reduce<Value>((value, each) => value && evaluate(each, contexts), true);
  const [, left, sign, right] = /^(.+?)\s*(==|!=)\s*(.+)$/.exec(expression) ?? [];
  if (left && right) return (evaluate(left, contexts) === evaluate(right, contexts)) === (sign === '==');
  const [, json] = /^fromJSON\((.+)\)$/.exec(expression) ?? [];
  if (json) return JSON.parse(String(evaluate(json, contexts)));
  const [, quoted] = /^'([^']*)'$/.exec(expression) ?? [];
  return quoted ?? named(expression, contexts);
}

function named(path: string, contexts: Contexts): Value {
  if (!/^[\w.-]+$/.test(path)) throw new Error(`这里不认得的表达式：${path}`);
  const found = path.split('.').reduce<unknown>((inside, name) => (inside as Contexts | undefined)?.[name], contexts);
  return (found ?? '') as Value;
}

/** A text with all its expressions replaced. */
export function filled(text: unknown, contexts: Contexts): string {
  return String(text ?? '').replace(/\$\{\{(.*?)\}\}/gs, (_, expression) => String(evaluate(expression, contexts)));
}

/** Whether a job or a step is to be run. */
export function applies(condition: string | undefined, contexts: Contexts): boolean {
  if (condition === undefined) return true;
  return Boolean(evaluate(condition.replace(/^\$\{\{|\}\}$/g, ''), contexts));
}
