/** The words of the dialog for citing; apart from the others, so that the browser loads no more than these. */
import type { FormId } from '../text/citation/forms.ts';

export const citeWords = {
  whole: '全文',
  copy: '复制',
  copied: (form: string) => `已复制：${form}`,
  refused: '浏览器未允许复制。文字已选中，请按 Ctrl+C（Mac 按 ⌘C），或长按选“复制”。',
  forms: {
    link: '链接',
    words: '原文与出处',
    gbt2025: 'GB/T 7714—2025',
    gbt2015: 'GB/T 7714—2015',
    markdown: 'Markdown 链接',
    html: 'HTML 链接',
    bibtex: 'BibTeX',
    ris: 'RIS',
    csl: 'CSL-JSON',
  } satisfies Record<FormId, string>,
};
