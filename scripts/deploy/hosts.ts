/** The rules of `headers.ts` in the languages of the hosts. Pure: the same rules and policy give the same text. */
import { isText, otherwise, patternOf, rules, typeOf, types } from './headers.ts';

export interface Deployment {
  /** `/` or `/repo/`. */
  base: string;
  /** Value of `Content-Security-Policy`. */
  policy: string;
}

const note = '# 由构建生成，随网站一同更换；规则写在 scripts/deploy/headers.ts。';

/** `_headers`, as Netlify and Cloudflare Pages read it. */
export function headersFile({ base, policy }: Deployment): string {
  const blocks = rules.flatMap(({ id, paths, headers }) => {
    const said = id === 'all' ? { 'Content-Security-Policy': policy, ...headers } : headers;
    const lines = Object.entries(said).map(([name, value]) => `  ${name}: ${value}`);
    return paths.map((path) => [base.slice(0, -1) + path, ...lines].join('\n'));
  });
  return `${[note, ...blocks].join('\n\n')}\n`;
}

/** Values of a header by pattern, for headers that not every file has. */
function varying(base: string): { name: string; variable: string; values: [pattern: string, value: string][] }[] {
  const some = rules.filter(({ id }) => id !== 'all');
  const names = [...new Set(some.flatMap(({ headers }) => Object.keys(headers)))];
  return names.map((name) => ({
    name,
    variable: `$wenku_${name.toLowerCase().replaceAll('-', '_')}`,
    values: some.flatMap(({ paths, headers }) =>
      paths.flatMap((path): [string, string][] => (headers[name] ? [[patternOf(path, base), headers[name]]] : [])),
    ),
  }));
}

/** For nginx, outside of `server`: which file gets which value. A header with an empty value is not sent. */
export function nginxMaps({ base }: Deployment): string {
  const maps = varying(base).map(({ name, variable, values }) => {
    const lines = values.map(([pattern, value]) => `  "~${pattern}" "${value}";`);
    return [`map $uri ${variable} {`, `  default "${otherwise[name] ?? ''}";`, ...lines, '}'].join('\n');
  });
  return `${[note, ...maps].join('\n\n')}\n`;
}

/** For nginx, inside of `server`: types, headers, the page for what is not found. */
export function nginxServer(deployment: Deployment): string {
  const { base, policy } = deployment;
  const all = rules.find(({ id }) => id === 'all')?.headers;
  const headers = [
    ...Object.entries({ 'Content-Security-Policy': policy, ...all }).map(([name, value]) => [name, `"${value}"`]),
    ...varying(base).map(({ name, variable }) => [name, variable]),
  ];
  const text = [...new Set(Object.values(types).filter(isText))].filter((type) => type !== 'text/html');
  return `${[
    note,
    `types {\n${Object.entries(types)
      .map(([ending, type]) => `  ${type} ${ending};`)
      .join('\n')}\n}`,
    'default_type application/octet-stream;',
    `charset utf-8;\ncharset_types ${text.join(' ')};`,
    `gzip_types ${text.join(' ')};`,
    `error_page 404 ${base}404.html;`,
    headers.map(([name, value]) => `add_header ${name} ${value} always;`).join('\n'),
  ].join('\n\n')}\n`;
}

/** For Caddy, inside of the site's block. What concerns some files is said of those alone that are there. */
export function caddyHeaders({ base, policy }: Deployment): string {
  const all = rules.find(({ id }) => id === 'all')?.headers;
  const some = rules.filter(({ id }) => id !== 'all');
  return `${[
    note,
    caddyBlock('', { 'Content-Security-Policy': policy, ...all }),
    ...some.map(({ id, paths, headers }) =>
      caddyBlock(id, headers, `path_regexp ${id} ${paths.map((path) => patternOf(path, base)).join('|')}`),
    ),
    ...Object.keys(types).map((ending) =>
      caddyBlock(ending, { 'Content-Type': typeOf(`.${ending}`) ?? '' }, `path *.${ending}`),
    ),
    ...Object.entries(otherwise).map(([name, value]) => `header ?${name} "${value}"`),
  ].join('\n\n')}\n`;
}

function caddyBlock(name: string, headers: Record<string, string>, condition?: string): string {
  const lines = Object.entries(headers).map(([header, value]) => `\t${header} "${value}"`);
  const block = `header${condition ? ` @${name}` : ''} {\n${lines.join('\n')}\n}`;
  return condition ? `@${name} {\n\tfile\n\t${condition}\n}\n${block}` : block;
}
