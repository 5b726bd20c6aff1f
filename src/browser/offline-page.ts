/** The page of reading offline: what is kept, and the switch. */
import { offlineWords as words } from '../data/offline-words.ts';
import { cacheNames, isOurs, SWITCH, titleOf } from '../offline/store.ts';
import { base, isOfflineWanted, startOffline } from './offline.ts';

const panel = document.querySelector<HTMLElement>('[data-offline]');
const status = panel?.querySelector('[role=status]');
const button = panel?.querySelector('button');
const list = panel?.querySelector('ul');

if ('serviceWorker' in navigator && 'caches' in globalThis) {
  button?.addEventListener('click', () => void turn(!isOfflineWanted()));
  void show();
} else if (status) {
  status.textContent = words.unsupported;
}

async function turn(on: boolean): Promise<void> {
  if (on) {
    localStorage.removeItem(SWITCH);
    await startOffline();
  } else {
    localStorage.setItem(SWITCH, 'off');
    const registration = await navigator.serviceWorker.getRegistration(base);
    await registration?.unregister();
    const names = (await caches.keys()).filter((name) => isOurs(name, base));
    await Promise.all(names.map((name) => caches.delete(name)));
  }
  await show();
}

async function show(): Promise<void> {
  const on = isOfflineWanted();
  if (status) status.textContent = on ? words.on : words.off;
  if (button) {
    button.hidden = false;
    button.textContent = on ? words.turnOff : words.turnOn;
  }
  const name = cacheNames(base).pages;
  const pages = (await caches.has(name)) ? await caches.open(name) : undefined;
  const keys = (await pages?.keys()) ?? [];
  const entries = await Promise.all(
    keys.toReversed().map(async (key) => entry(key.url, (await (await pages?.match(key))?.text()) ?? '')),
  );
  list?.replaceChildren(...entries);
  panel?.toggleAttribute('data-empty', entries.length === 0);
}

function entry(url: string, html: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = titleOf(html);
  item.append(link);
  return item;
}
