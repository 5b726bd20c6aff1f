import type { Completeness } from '../text/speech.ts';

/** How much of the original the copy holds: the word on the page and what it means. */
export const completenessNames: Record<Completeness, { name: string; meaning: string }> = {
  complete: { name: '全文', meaning: '所据文本首尾完整，未见缺漏' },
  truncated: { name: '有缺', meaning: '所据文本有省略或中断，缺处已在文中标出' },
  excerpt: { name: '节选', meaning: '所据文本声明只是原文的一部分' },
  unknown: { name: '未明', meaning: '所据文本有可疑的痕迹，无法断定是否完整' },
};
