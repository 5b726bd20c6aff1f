/** A real store of objects that speaks S3 and serves a bucket as a website, as `deploy/s3/website.json` says; on loopback, a free port. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureApart } from '../../scripts/lib/apart.ts';
import { root } from '../../scripts/lib/root.ts';

const bucket = 'site';

export interface ObjectStore {
  /** Where rclone is to bring a site, with `env`. */
  place: (folder: string) => string;
  env: Record<string, string>;
  /** Address of a folder of the bucket as a website, with a slash at the end. */
  address: (folder: string) => string;
  /** What has been asked of it that changes something, in order: `PUT a.html`. */
  writes: string[];
  /** Called before such a request is carried out. */
  beforeWrite: (said: string) => void;
  stop: () => Promise<void>;
}

interface Server {
  configureBuckets: () => Promise<void>;
  callback: () => RequestListener;
}

/** As S3 takes it from a machine: the same in XML. */
function websiteOf(folder: string): string {
  const { IndexDocument, ErrorDocument } = JSON.parse(readFileSync(join(root, 'deploy/s3/website.json'), 'utf8'));
  const inside = `<IndexDocument><Suffix>${IndexDocument.Suffix}</Suffix></IndexDocument><ErrorDocument><Key>${folder}${ErrorDocument.Key}</Key></ErrorDocument>`;
  return `<WebsiteConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${inside}</WebsiteConfiguration>`;
}

/** @param folder of the bucket in which the site stands, with a slash at the end, or empty */
export async function startObjectStore(folder: string): Promise<ObjectStore> {
  const found = ensureApart('s3rver', console.error);
  if (!found) throw new Error('s3rver can not be had');
  const Store = createRequire(import.meta.url)(found) as new (options: object) => Server;
  const directory = mkdtempSync(join(tmpdir(), 'store-'));
  const configureBuckets = [{ name: bucket, configs: [websiteOf(folder)] }];
  const server = new Store({ directory, silent: true, vhostBuckets: false, configureBuckets });
  await server.configureBuckets();
  const answer = server.callback();
  const store: ObjectStore = { ...unstarted, writes: [] };
  const listener = createServer((request, response) => {
    const said = writeOf(request);
    if (said) {
      store.beforeWrite(said);
      store.writes.push(said);
    }
    answer(request, response);
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(listener.address() as { port: number }).port}`;
  return Object.assign(store, {
    place: (inside: string) => `store:${bucket}/${inside}`,
    env: {
      RCLONE_CONFIG: join(directory, 'none.conf'),
      RCLONE_CONFIG_STORE_TYPE: 's3',
      RCLONE_CONFIG_STORE_PROVIDER: 'Other',
      RCLONE_CONFIG_STORE_ENDPOINT: origin,
      RCLONE_CONFIG_STORE_ACCESS_KEY_ID: 'S3RVER',
      RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY: 'S3RVER',
    },
    address: (inside: string) => `${origin}/${bucket}/${inside}`,
    async stop() {
      listener.closeAllConnections();
      await new Promise((done) => listener.close(done));
      rmSync(directory, { recursive: true, force: true });
    },
  });
}

const unstarted = {
  place: () => '',
  env: {},
  address: () => '',
  beforeWrite: () => {},
  stop: async () => {},
};

/** Null for requests that only read. */
function writeOf({ method = '', url = '' }: IncomingMessage): string | null {
  if (method === 'GET' || method === 'HEAD') return null;
  return `${method} ${decodeURIComponent(url.replace(/\?.*/, '')).replace(`/${bucket}/`, '')}`;
}
