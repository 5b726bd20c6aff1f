/** The copies of speeches in `npm run dev`: they are no pages, so each is made when it is asked for. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Connect, Plugin } from 'vite';
import { addressesAt, type Place } from '../../src/data/address.ts';
import { copyFiles } from '../../src/data/copies/files.ts';
import { forms } from '../../src/data/copies/speech.ts';
import { mdxPath } from '../../src/plan/held.ts';
import { published } from '../build/copies.ts';

/** @param root of the project */
export function serveCopies(root: string, place: Place): Plugin {
  const serve = copiesAt(root, place);
  return { name: 'serve-copies', configureServer: ({ middlewares }) => void middlewares.use(serve) };
}

export function copiesAt(root: string, place: Place): Connect.NextHandleFunction {
  const address = addressesAt(place);
  // The base has been taken off the address on the way here.
  return ({ url = '' }, response, next) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname.slice(1));
    const id = /^speeches\/([a-z0-9-]+)[./]/.exec(path)?.[1];
    if (!id || !existsSync(join(root, mdxPath(id)))) return next();
    const from = published(root, id);
    // Nothing is kept, so that the digest does not matter.
    const copy = copyFiles(from.speech.meta, '', address).find(({ file }) => file === path);
    if (!copy) return next();
    const type = forms.find(({ ending }) => path === `speeches/${id}.${ending}`)?.type;
    if (type) response.setHeader('content-type', `${type}; charset=utf-8`);
    response.end(copy.make(from));
  };
}
