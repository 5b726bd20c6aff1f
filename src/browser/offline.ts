/** Brings the service worker to work once the page is shown, unless the reader has switched it off. */
import { SWITCH } from '../offline/store.ts';
import { scriptAddress } from './trusted.ts';

/** Path of the home page, with a slash at the end. */
export const base = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/`;

/** Whether this browser can, and the reader has not said no. Storage may be refused. */
export function isOfflineWanted(): boolean {
  try {
    return 'serviceWorker' in navigator && localStorage.getItem(SWITCH) !== 'off';
  } catch {
    return false;
  }
}

/** Without effect where the browser refuses: reading offline is an addition, nothing waits for it. */
export async function startOffline(): Promise<void> {
  if (!import.meta.env.PROD) return;
  await navigator.serviceWorker
    .register(scriptAddress(`${base}sw.js`), { scope: base, updateViaCache: 'none' })
    .catch(() => {});
}

export function offlineWhenShown(): void {
  if (!isOfflineWanted()) return;
  if (document.readyState === 'complete') void startOffline();
  else addEventListener('load', () => void startOffline());
}
