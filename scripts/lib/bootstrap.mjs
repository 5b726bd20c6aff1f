/**
 * Decisions of the bootstrap, without its deeds. Plain JavaScript on Node built-ins:
 * it runs before anything is installed, on Node 18 and later.
 */
import { createHash } from 'node:crypto';

/** First releases of each line that run TypeScript files without a flag; every line above 24 does. */
const firstMinor = { 22: 18, 23: 6 };

/**
 * @param {string} version e.g. `22.18.0`
 * @returns {boolean} whether this Node runs the project
 */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || minor >= (firstMinor[major] ?? Infinity);
}

/** Commands that hold the bundler and a library at once. */
const large = ['build', 'merge', 'start'];

/**
 * How Node is to run a command. Left to themselves V8 gives what is young 128 MB and lets the rest grow to a multiple of what
 * lives, and the bundler keeps what it has freed; see docs/decisions/0028-plan-and-standing-pages.md.
 * @param {string} command
 * @returns {{ flags: string[], env: Record<string, string> }}
 */
export function frugalFor(command) {
  if (!large.includes(command)) return { flags: [], env: {} };
  const flags = ['--max-semi-space-size=16', '--heap-growing-percent=100'];
  return { flags, env: { MIMALLOC_PURGE_DELAY: '0' } };
}

/**
 * @param {string} lockText content of `package-lock.json`
 * @param {string} platform e.g. `linux-x64`; packages with machine code differ by it
 * @returns {string} what the stamp of a finished installation says
 */
export function stampOf(lockText, platform) {
  return createHash('sha256').update(`${platform}\n${lockText}`).digest('hex');
}

/**
 * Whether npm has already brought `node_modules` to the state of the lock file, e.g. after `npm install` by hand.
 * @param {string} lockText content of `package-lock.json`
 * @param {string | null} hiddenText content of `node_modules/.package-lock.json`, which npm writes when it is done
 */
export function agreesWithLock(lockText, hiddenText) {
  if (hiddenText === null) return false;
  const installed = JSON.parse(hiddenText).packages;
  return Object.entries(JSON.parse(lockText).packages)
    .filter(([path]) => path !== '')
    .every(([path, wanted]) =>
      installed[path] ? installed[path].integrity === wanted.integrity : wanted.optional || wanted.devOptional,
    );
}

/** What a person reads when something is missing: what happened, and what to do. */
export const messages = {
  nodeTooOld: (version) => `Node.js ${version} 太旧：请安装 Node.js 24（至少 18，其余所需由本项目自行安装）。`,
  noNode: (platform, version) =>
    `没有适用于 ${platform} 的随附 Node.js，现有的 ${version} 又太旧：请安装 Node.js 24 后再试。`,
  noLock: '缺少 package-lock.json，无法安装依赖：请取回完整的项目文件（git checkout package-lock.json）后再试。',
  badLock: 'package-lock.json 不是完整的 JSON：请取回原来的文件（git checkout package-lock.json）后再试。',
  noNpm: '找不到 npm，无法安装依赖：请安装带 npm 的 Node.js 后再试。',
  unknownCommand: (name, known) => `没有“${name}”这个命令：可用的有 ${known.join('、')}。`,
  installing: '正在安装依赖（只在第一次和依赖变动后进行，约需一两分钟）……',
  installed: '依赖已装好。',
};

const causes = [
  {
    pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/,
    message: '安装依赖失败：连不上软件包仓库。请检查网络或 npm 的 registry 与代理设置，再运行一次。',
  },
  {
    pattern: /EUSAGE/,
    message: '安装依赖失败：package-lock.json 与 package.json 不一致。请运行 npm install 使二者一致，再运行一次。',
  },
  { pattern: /ENOSPC/, message: '安装依赖失败：磁盘已满。请腾出约 1 GB 空间，再运行一次。' },
  { pattern: /EACCES|EPERM|EROFS/, message: '安装依赖失败：没有写入项目目录的权限。请改正目录权限，再运行一次。' },
  {
    pattern: /EINTEGRITY/,
    message: '安装依赖失败：下载的软件包与锁定的校验值不符。请运行 npm cache verify，再运行一次。',
  },
];

/**
 * @param {string} output what `npm ci` printed
 * @returns {string} one sentence with the remedy
 */
export function explainInstallFailure(output) {
  const known = causes.find(({ pattern }) => pattern.test(output));
  if (known) return known.message;
  const lines = output.match(/^npm (?:error|ERR!) .+$/gm) ?? [];
  const said = lines.map((line) => line.replace(/^npm (error|ERR!)\s*/, ''));
  const reason = said.find((line) => !/^(code|errno|syscall|path|dest) /.test(line)) ?? said[0] ?? '原因不明';
  return `安装依赖失败（${reason}）：请在项目目录里运行 npm ci，按它的提示处理后再试。`;
}
