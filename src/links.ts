import { addressesAt } from './data/address.ts';

/** Address of a page of this site: `/speeches/` below whatever base path the site is built for. */
export function href(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
}

/** Address of a speech, or of one place in it: `speechHref('iot-industry-cluster', 's2-1')`. */
export function speechHref(id: string, anchor?: string): string {
  return href(`/speeches/${id}/${anchor ? `#${anchor}` : ''}`);
}

/** Address of the page that sets a speech beside its copy, or of the copy itself under the name it is published by. */
export function sourceHref(id: string, file = ''): string {
  return href(`/speeches/${id}/source/${encodeURIComponent(file)}`);
}

/** Whole address of a path of this site; where the site does not know its origin, the path below its base. */
export const address = addressesAt({ origin: import.meta.env.SITE ?? null, base: import.meta.env.BASE_URL });
