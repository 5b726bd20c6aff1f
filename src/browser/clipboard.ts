/** Copies words. Over plain http the clipboard is reached only by way of the browser's own copying. */
export async function copyWords(words: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(words).then(
      () => true,
      () => copyByEvent(words),
    );
  }
  return copyByEvent(words);
}

function copyByEvent(words: string): boolean {
  let done = false;
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', words);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener('copy', put, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return done;
}
