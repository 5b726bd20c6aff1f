/** Where the derived files stand, below the root. */
import { lockPath } from '../lib/published.ts';

export const DERIVED = ['speeches', 'accounts', 'anchors', 'departed'].map((name) => `src/content/${name}`);

export function speechPath(id: string): string {
  return `src/content/speeches/${id}.mdx`;
}

export function accountPath(id: string): string {
  return `src/content/accounts/${id}.json`;
}

export function departurePath(id: string): string {
  return `src/content/departed/${id}.json`;
}

/** What is published of one source. */
export function pathsOf(id: string): string[] {
  return [speechPath(id), accountPath(id), lockPath(id)];
}
