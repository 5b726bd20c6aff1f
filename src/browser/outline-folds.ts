/** Lets the reader close the parts of the outline, each by its own button or all at once down to the parts of the first level. */
import { Toggle } from './toggle.ts';

export function foldOutline(document: Document): void {
  const outline = document.getElementById('outline');
  const all = outline?.querySelector<HTMLButtonElement>('[data-fold-all]');
  const folds = [...(outline?.querySelectorAll<HTMLElement>('li > ol') ?? [])].map(foldable);
  if (!outline || !all || folds.length === 0) return;
  const { collapse = '', expand = '' } = all.dataset;
  const name = () => {
    all.textContent = folds.some(({ toggle }) => toggle.open) ? collapse : expand;
  };
  all.addEventListener('click', () => {
    const open = !folds.some(({ toggle }) => toggle.open);
    for (const fold of folds) fold.set(open);
    name();
  });
  outline.addEventListener('click', name);
  all.hidden = false;
  name();

  function foldable(list: HTMLElement) {
    const part = list.parentElement as HTMLElement;
    const heading = part.querySelector('a')?.firstChild?.textContent ?? '';
    const names = { open: `${all?.dataset.close}：${heading}`, closed: `${all?.dataset.open}：${heading}` };
    const toggle = new Toggle(names, show);
    function show() {
      list.hidden = !toggle.open;
    }
    part.prepend(toggle.button);
    return {
      toggle,
      set(open: boolean) {
        toggle.open = open;
        show();
      },
    };
  }
}
