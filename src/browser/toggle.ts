/** A button that opens and closes something. Made by the browser, because without scripts everything stands open. */
export class Toggle {
  readonly button: HTMLButtonElement;
  readonly #names: { open: string; closed: string };

  /** @param names what the button does while the thing is open, and while it is closed */
  constructor(names: { open: string; closed: string }, toggled: () => void) {
    this.#names = names;
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.className = 'fold-toggle';
    this.button.addEventListener('click', () => {
      this.open = !this.open;
      toggled();
    });
    this.open = true;
  }

  get open(): boolean {
    return this.button.ariaExpanded === 'true';
  }

  set open(open: boolean) {
    this.button.ariaExpanded = String(open);
    this.button.ariaLabel = open ? this.#names.open : this.#names.closed;
  }
}
