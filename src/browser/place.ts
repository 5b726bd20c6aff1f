/** Says at any time which place the reader has reached: an id, or '' at the head of the page. */
export type Place = () => string;

/** The first block of the text that begins inside the window; in the middle of a long one, that block. '' while the head is in view. */
export function topBlock(document: Document): string {
  const head = document.querySelector('.speech-head')?.getBoundingClientRect();
  if (!head || head.bottom > 0) return '';
  const blocks = [...document.querySelectorAll('.speech-body > [id]')];
  const first = blocks.findIndex((block) => block.getBoundingClientRect().top >= 0);
  const begun = blocks[first];
  if (begun && begun.getBoundingClientRect().top < innerHeight) return begun.id;
  return blocks.at(first < 0 ? -1 : Math.max(0, first - 1))?.id ?? '';
}
