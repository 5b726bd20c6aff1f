/** 报告错误 names the place that the address of the page names, as soon as it names one. */
import { reportHref } from '../text/report.ts';

export function fillReport(document: Document): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-report]');
  if (!link) return;
  const fill = () => {
    link.href = reportHref(link.dataset.report ?? '', location.href);
  };
  addEventListener('hashchange', fill);
  fill();
}
