/**
 * A small library of our own invention that has a past: `node tests/support/former-library.ts <folder>` publishes it once, changes,
 * renames and withdraws speeches, publishes it again, and builds it into the folder, under a base path.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { normalizeAll } from '../../scripts/batch/index.ts';
import { isCommand } from '../../scripts/lib/command.ts';
import { sha256 } from '../../scripts/lib/sources.ts';
import { buildIn, copyProject } from '../../scripts/proofs/builds/workshop.ts';

const harbour = [
  '在全县渔港建设推进会上的讲话',
  '同志们：',
  '渔港建设关系千家万户的生计，今天开会，就是要把各项任务一件一件落到实处，把责任一级一级压到人头。',
  '本文由某某文秘网站的会员上传，仅供参考。',
  '一、认清形势',
  '去年全县登记在册的渔船有三百二十条，常年在外作业的不到一半，码头年久失修，避风能力不足，渔民意见很大。',
  '这个情况不能再拖。',
  '二、抓住重点',
  '一是修好码头。东港和西港的护岸要在汛期以前合龙，冷库和加油点同时开工，明年春天交付使用。',
  '二是管好渔船。证照不全的一律不得出海，定位设备每条船都要装，值班电话昼夜有人接听。',
  '散会以后，各镇当天传达。',
];

/** The same speech after work on it: p2 taken out, p4 merged into p3, p6 written anew, p7 gone into it. */
const harbourNow = [
  ...harbour.slice(0, 3),
  '一、认清形势',
  `${harbour[5]}${harbour[6]}`,
  '二、抓住重点',
  harbour[8],
  '此外还要抓好证照、定位、值守三件事，具体由海洋与渔业部门另行发文，散会以后当天传达到每一位船主。',
];
const fates = `redirects:
  p2: { removed: 是网站的上传说明，不是讲话的文字 }
  p4: { merged: p3, reason: 原为一段，误断为两段 }
  p6: { moved: p8 }
  p7: { merged: p6 }
  s2-2: { moved: s2-1 }
`;

const market = [
  '在集市改造座谈会上的讲话',
  '同志们：',
  '集市要改，先听摊主的意见，再定图纸，不能关起门来画线。',
  '改造期间，临时摊位设在学校旁边的空地上，租金全免。',
];
const notice = ['关于冬季供暖的讲话', '同志们：', '锅炉要提前检修，煤要备足，弄堂里的老人要逐户走访。'];
const kept = ['在植树动员会上的讲话', '同志们：', '每人栽三棵，栽一棵活一棵，河岸上一里一里地栽过去。'];

class Library {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  put(id: string, lines: readonly (string | undefined)[], more = ''): void {
    const text = `${lines.join('\n')}\n`;
    writeFileSync(join(this.#folder, `sources/${id}.txt`), text);
    this.say(id, `originalName: ${id}.txt\nsha256: ${sha256(Buffer.from(text))}\nrights: 测试用\n${more}`);
  }

  say(id: string, yaml: string): void {
    writeFileSync(join(this.#folder, `sources/${id}.yaml`), `id: ${id}\n${yaml}`);
  }

  /** Takes the copy away and says what became of it. */
  leave(id: string, yaml: string): void {
    rmSync(join(this.#folder, `sources/${id}.txt`));
    this.say(id, yaml);
  }

  async publish(): Promise<void> {
    const { problems } = await normalizeAll({ root: this.#folder });
    if (problems.length > 0) throw new Error(problems.join('\n'));
  }
}

/** The library as it was published first. */
export async function publishFirst(folder: string): Promise<void> {
  const library = new Library(folder);
  library.put('harbour', harbour);
  library.put('market-old', market);
  library.put('heating', notice);
  library.put('trees', kept);
  await library.publish();
}

/** The same library after one speech was changed, one renamed and one withdrawn; a draft was held for a while between. */
export async function publishAgain(folder: string): Promise<void> {
  const library = new Library(folder);
  library.put('harbour', harbourNow, `${fates}updated: "2025-01-02"\n`);
  library.put('market', market, 'updated: "2025-03-04"\n');
  library.leave('market-old', 'renamed: market\n');
  library.leave('heating', 'withdrawn: { reason: 权利人要求撤下, date: "2025-02-03" }\n');
  library.put('market-draft', [...market.slice(0, 2), '这是没有改定的稿子，只有一句话。']);
  await library.publish();
  library.leave('market-draft', 'renamed: market\n');
  await library.publish();
}

export async function makeFormerLibrary(folder: string): Promise<void> {
  await publishFirst(folder);
  await publishAgain(folder);
}

if (isCommand(import.meta.url)) {
  const outDir = resolve(process.argv[2] ?? '.cache/site-former');
  const folder = mkdtempSync(join(tmpdir(), 'former-library-'));
  try {
    copyProject(folder, { empty: true });
    await makeFormerLibrary(folder);
    buildIn(folder, outDir, { SITE_URL: 'https://example.test', BASE_PATH: '/repo/' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
