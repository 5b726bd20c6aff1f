/** Lines, groups and counts of a concordance as elements. Words of texts and queries are only ever set as text. */
import { concordanceWords as words } from '../data/concordance-words.ts';
import { formatArrival } from '../search/arrival.ts';
import type { ConcordanceDocument, Line } from '../search/concordance.ts';
import type { Side, Tally } from '../search/concordance-order.ts';
import type { ConcordanceState } from '../search/concordance-state.ts';
import { REDACTION } from '../text/fold.ts';
import { create, site } from './search-view.ts';

/** So many groups and speeches are shown at first, and with each press on the button that shows more. */
const GROUPS = 24;
const SPEECHES = 20;
const MORE = 200;

/** Where a line opens, below the host. */
export function lineHref(line: Line, { path }: ConcordanceDocument, { query, exactForms }: ConcordanceState): string {
  const search = formatArrival({ query, exactForms, hit: line.ordinal });
  return `${site(path)}${search}${line.block && `#${line.block}`}`;
}

export function headView(): HTMLElement {
  const cell = (name: keyof typeof words.columns) => {
    const element = create('span', { className: `kwic-${name}` }, create('span', {}, words.columns[name]));
    element.role = 'columnheader';
    return element;
  };
  const row = create(
    'div',
    { className: 'kwic-row kwic-head' },
    ...(['left', 'keyword', 'right', 'source'] as const).map(cell),
  );
  row.role = 'row';
  return row;
}

export function lineView(line: Line, document: ConcordanceDocument, href: string): HTMLElement {
  const { from, to, text } = line;
  const date = document.date ?? words.undated;
  const link = create('a', { href }, ...textView(line, from, to));
  link.ariaLabel = `${said(line)}。${document.title}，${date}`;
  const title = create('span', { className: 'kwic-title' }, create('span', {}, document.title));
  const row = create(
    'div',
    { className: 'kwic-row', title: document.title },
    cellView('left', create('span', {}, ...textView(line, 0, from))),
    cellView('keyword', link),
    cellView('right', create('span', {}, ...textView(line, to, text.length))),
    cellView('source', title, create('span', {}, date)),
  );
  row.role = 'row';
  return row;
}

function cellView(name: keyof typeof words.columns, ...content: HTMLElement[]): HTMLElement {
  const cell = create('span', { className: `kwic-${name}` }, ...content);
  cell.role = 'gridcell';
  return cell;
}

/** A stretch of the line, its redaction marks as on the page. */
function textView({ text, redactions }: Line, from: number, to: number): Node[] {
  const nodes: Node[] = [];
  let at = from;
  for (let mark = 0; mark < redactions.length; mark += 2) {
    const [begin, end] = [redactions[mark] as number, redactions[mark + 1] as number];
    if (begin < from || end > to) continue;
    nodes.push(document.createTextNode(text.slice(at, begin)), redactionView(text.slice(begin, end)));
    at = end;
  }
  return [...nodes, document.createTextNode(text.slice(at, to))];
}

function redactionView(sign: string): HTMLElement {
  const element = create('span', { className: 'redaction', title: words.redaction }, sign);
  element.role = 'img';
  element.ariaLabel = words.redaction;
  return element;
}

/** The line as it is read out. */
function said({ text, redactions }: Line): string {
  let [out, at] = ['', 0];
  for (let mark = 0; mark < redactions.length; mark += 2) {
    out += `${text.slice(at, redactions[mark])}（${words.redaction}）`;
    at = redactions[mark + 1] as number;
  }
  return out + text.slice(at);
}

/** Buttons that narrow the list to a group, the first of them to none. */
export function groupsView(
  groups: Tally<string>[],
  { query, side, only }: Pick<ConcordanceState, 'query' | 'side' | 'only'>,
  total: number,
  choose: (key: string | null) => void,
): HTMLElement[] {
  const chip = (key: string | null, count: number, ...label: (Node | string)[]) => {
    const button = create(
      'button',
      { type: 'button', className: 'kwic-chip', ariaPressed: String(only === key) },
      ...label,
      create('span', { className: 'tag-count' }, String(count)),
    );
    button.dataset.key = key ?? '';
    button.addEventListener('click', () => choose(only === key ? null : key));
    return create('li', {}, button);
  };
  const named = ({ key, count }: Tally<string>) => chip(key, count, ...groupLabel(query, side, key));
  const shown = groups.slice(0, GROUPS);
  const pressed = groups.slice(GROUPS).filter(({ key }) => key === only);
  const rest = groups.slice(GROUPS).filter(({ key }) => key !== only);
  const first = [chip(null, total, words.all), ...[...shown, ...pressed].map(named)];
  return [...first, ...restView(rest, named, words.moreGroups)];
}

/** `人工智能+产业`, or `推动+高质量发展`. */
function groupLabel(query: string, side: Side, key: string): (Node | string)[] {
  if (key === '') return [words.alone[side]];
  const signs = key.split(REDACTION).flatMap((part, index) => (index > 0 ? [redactionView('×'), part] : [part]));
  const short = Array.from(query.toWellFormed()).slice(0, 12).join('');
  const word = create('span', { className: 'kwic-own' }, side === 'next' ? `${short}+` : `+${short}`);
  return side === 'next' ? [word, ...signs] : [...signs, word];
}

/** A button that gives way to more of the same. */
function restView<T>(rest: T[], view: (item: T) => HTMLElement, label: (count: number) => string): HTMLElement[] {
  if (rest.length === 0) return [];
  const button = create('button', { type: 'button', className: 'kwic-button' }, label(rest.length));
  const item = create('li', { className: 'kwic-rest' }, button);
  button.addEventListener('click', () => {
    const more = rest.slice(0, MORE).map(view);
    item.replaceWith(...more, ...restView(rest.slice(MORE), view, label));
    more[0]?.querySelector<HTMLElement>('a, button')?.focus();
  });
  return [item];
}

export interface Bar {
  name: string;
  href: string;
  count: number;
}

/** Counts with a measure beside each, as a list under a heading. */
export function barsView(title: string, bars: Bar[]): HTMLElement {
  const largest = Math.max(1, ...bars.map(({ count }) => count));
  const view = ({ name, href, count }: Bar) =>
    create(
      'li',
      {},
      create('a', { href }, name),
      measure(count / largest),
      create('span', { className: 'tag-count' }, String(count)),
    );
  const list = create('ul', { className: 'bars' }, ...bars.slice(0, SPEECHES).map(view));
  list.append(...restView(bars.slice(SPEECHES), view, words.moreSpeeches));
  return create('section', { className: 'kwic-chart' }, create('h3', {}, title), list);
}

const SVG = 'http://www.w3.org/2000/svg';

/** Drawn, so that no style has to be written into the page. */
function measure(share: number): Element {
  const svg = document.createElementNS(SVG, 'svg');
  const rect = document.createElementNS(SVG, 'rect');
  const attributes = { class: 'bar', viewBox: '0 0 100 1', preserveAspectRatio: 'none', 'aria-hidden': 'true' };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  rect.setAttribute('width', String(Math.round(share * 1000) / 10));
  rect.setAttribute('height', '1');
  svg.append(rect);
  return svg;
}
