/** The address behind 报告错误, for the page and the place that it is about. */

/**
 * `{page}` in the template becomes the address, percent-encoded; a `mailto:` without it gets subject and body.
 * @param address of the page, with the anchor of the place if there is one
 */
export function reportHref(template: string, address: string): string {
  const page = encodeURIComponent(address);
  if (template.includes('{page}')) return template.replaceAll('{page}', () => page);
  if (!/^mailto:/i.test(template)) return template;
  const separator = template.includes('?') ? '&' : '?';
  return `${template}${separator}subject=${encodeURIComponent('报告错误')}&body=${page}`;
}
