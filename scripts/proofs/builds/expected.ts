/** What may change when one speech changes. */

const WHOLE_LIBRARY = [
  /** The front page, the lists of speeches and tags, the page not found with what is new, the state of the sources. */
  /^(index|404)\.html$/,
  /^(speeches|editors)\/(\d+\/)?index\.html$/,
  /^(topics|places|years|genres|completeness)\//,
  /** Search and the concordance, with the pages that say which library they search, and the worker that keeps them. */
  /^search\/(?!records\/)/,
  /^concordance\/index\.html$/,
  /^sw\.js$/,
  /** The version of the library, and the page of the manual that names it. */
  /^version\.json$/,
  /^docs\/index\.html$/,
  /** Machine copies that list the library. */
  /^(speeches|anchors)\/(index|parts\/\w+)\.json$/,
  /^(feed|sitemap|llms)[\w.-]*$/,
];

/** @param path of a built file; its compressed copies go with it */
export function expectedAfter(id: string, path: string): boolean {
  const plain = path.replace(/\.(gz|br|zst)$/, '');
  const own = [`speeches/${id}/`, `speeches/${id}.`, `search/records/${id}.`];
  return own.some((start) => plain.startsWith(start)) || WHOLE_LIBRARY.some((pattern) => pattern.test(plain));
}
