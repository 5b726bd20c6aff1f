/** What the site calls itself, and where it stands when the environment does not say. */
export const site = {
  name: '讲话文库',
  tagline: '官方讲话的公共阅览室',
  description: '收录各地关于人工智能与产业发展的讲话：原文一字不失，检索一处不漏，段落皆可引用。',
  /** Origin such as `https://example.org`; null builds for this machine. The variable `SITE_URL` takes precedence. */
  origin: null as string | null,
  /** Addresses at which the site stood before, with the path if there was one, e.g. `https://old.example.org/repo/`. */
  formerOrigins: [] as string[],
  /** Path below the origin, `/` or `/repo/`. The variable `BASE_PATH` takes precedence. */
  base: '/',
  /**
   * Address for 报告错误; null leaves the link out. `{page}` stands for the address of the page and of the place in it, e.g.
   * `https://example.org/report?page={page}`; a `mailto:…` without it gets the address as its text.
   */
  reportErrors: null as string | null,
};
