/** A short walk through the site, the same in every browser: what must work before anything else. */
import { type Driver, until } from './driver.ts';

export interface Step {
  name: string;
  walk: (driver: Driver) => Promise<void>;
}

const same = async (driver: Driver, expression: string, wanted: unknown) => {
  const found = await driver.evaluate(expression);
  if (found !== wanted) throw new Error(`${expression} 是 ${JSON.stringify(found)}，应为 ${JSON.stringify(wanted)}`);
};

/**
 * @param url of the home page
 * @param speech path of one speech below it, and words that stand in it
 */
export function steps(url: string, speech: { path: string; title: string; last: string; words: string }): Step[] {
  const { path, title, last, words } = speech;
  return [
    {
      name: '首页：有标题与篇目，页内的程序照策略运行',
      async walk(driver) {
        await driver.goto(url);
        await same(driver, `document.documentElement.classList.contains('js')`, true);
        await same(
          driver,
          `document.querySelectorAll('main a[href="${new URL(path, url).pathname}"]').length > 0`,
          true,
        );
      },
    },
    {
      name: '讲话：标题与样式都在',
      async walk(driver) {
        await driver.goto(url + path);
        await same(driver, `document.querySelector('h1').textContent.trim()`, title);
        await same(driver, `getComputedStyle(document.body).margin`, '0px');
      },
    },
    {
      name: '编号：链接直达最后一段',
      async walk(driver) {
        await driver.goto(`${url}${path}#${last}`);
        const box = `document.getElementById('${last}').getBoundingClientRect()`;
        await until(driver, `${box}.top < innerHeight && ${box}.bottom > 0`);
      },
    },
    {
      name: '检索：用键盘打开，逐字找到，回车前就有结果',
      async walk(driver) {
        await driver.goto(url + path);
        await driver.press('/');
        await until(driver, `document.querySelector('dialog[data-search-dialog]').open`);
        await driver.press(words);
        await until(driver, `document.querySelector('dialog [data-document] mark')`);
        await same(driver, `document.querySelector('dialog [data-document] mark').textContent`, words);
      },
    },
    {
      name: '设置：选定之后，再打开还在',
      async walk(driver) {
        await driver.goto(url + path);
        const choice = `document.querySelector('[data-settings] input[type=radio]:not([value=""])')`;
        const [name, value] = await driver.evaluate<[string, string]>(`[${choice}.name, ${choice}.value]`);
        await driver.evaluate(`${choice}.click()`);
        await same(driver, `document.documentElement.dataset['${name}']`, value);
        await driver.goto(url);
        await same(driver, `document.documentElement.dataset['${name}']`, value);
      },
    },
    {
      name: '离线：看过的存下了',
      async walk(driver) {
        await driver.goto(url + path);
        await until(driver, `caches.match(location.pathname).then(Boolean)`);
      },
    },
  ];
}
