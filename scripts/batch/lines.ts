/** JSON with one edit, finding or anchor a line, so that a change shows as the lines it touches. */
export function lines(value: { [key: string]: unknown }): string {
  const parts = Object.entries(value).map(([key, each]) => {
    if (Array.isArray(each))
      return `${JSON.stringify(key)}: [\n${each.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
    if (typeof each === 'object' && each !== null) {
      const items = Object.entries(each).map(([name, item]) => `    ${JSON.stringify(name)}: ${JSON.stringify(item)}`);
      return `${JSON.stringify(key)}: {\n${items.join(',\n')}\n  }`;
    }
    return `${JSON.stringify(key)}: ${JSON.stringify(each)}`;
  });
  return `{\n  ${parts.join(',\n  ')}\n}\n`;
}
