/** `/verify/`: the passage, the address and the results say the same. The last passage wins. */
import { verifyWords as words } from '../data/verify-words.ts';
import { LONGEST, passageLength, SHORTEST, verifyPassage } from '../search/verify.ts';
import { siteLibrary } from './search-library.ts';
import { create } from './search-view.ts';
import { verifiedView } from './verify-view.ts';

/** UTF-16 units up to which a passage stands in the address of the page: longer ones make addresses that do not travel. */
const SHAREABLE = 500;

const page = document.querySelector<HTMLElement>('[data-verify]');
if (page) start(page);

function start(page: HTMLElement): void {
  const [form, field, status, results] = [
    page.querySelector('form') as HTMLFormElement,
    page.querySelector('textarea') as HTMLTextAreaElement,
    page.querySelector('[role=status]') as HTMLElement,
    page.querySelector('[data-verify-results]') as HTMLElement,
  ];
  let running = new AbortController();

  const show = (state: string, said: string, ...views: HTMLElement[]) => {
    page.dataset.state = state;
    status.textContent = said;
    results.replaceChildren(...views);
  };
  const run = async () => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    const passage = field.value;
    const length = passageLength(passage);
    if (length === 0) return show('idle', words.idle);
    if (length < SHORTEST) return show('refused', words.short(SHORTEST));
    if (length > LONGEST) return show('refused', words.long(length, LONGEST));
    show('searching', words.looking);
    try {
      const library = siteLibrary('speeches');
      const findings = await verifyPassage(library, passage, signal, ({ compared, candidates }) => {
        status.textContent = words.comparing(compared, candidates);
      });
      const catalogue = await library.catalogue();
      signal.throwIfAborted();
      const { state, said, views } = verifiedView(findings, catalogue);
      show(state, said, ...views);
    } catch {
      if (!signal.aborted) show('failed', words.failed, retry());
    }
  };
  const retry = () => {
    const button = create('button', { type: 'button' }, words.retry);
    button.addEventListener('click', () => void run());
    return button;
  };
  const follow = () => {
    field.value = new URLSearchParams(location.search).get('text') ?? field.value;
    void run();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    remember(field.value);
    void run();
  });
  addEventListener('popstate', follow);
  follow();
}

/** A passage too long for an address leaves none behind that would say something else. */
function remember(passage: string): void {
  const address = new URL(location.href);
  address.search = passage.length <= SHAREABLE && passage !== '' ? `${new URLSearchParams({ text: passage })}` : '';
  if (address.href !== location.href) history.pushState(null, '', address);
}
