/** Word's automatic numbers: what stands before a paragraph although it is no text of it. */
import { formatNumber } from './number-formats.ts';
import type { Styles } from './styles.ts';
import { child, type Element, elements, flag, value } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** `第%1章`; `%2` is the number of the second level. */
  text: string;
  /** The level whose use makes this one begin again; 0 for none, undefined for any above it. */
  restart: number | undefined;
  /** All numbers in Arabic digits. */
  legal: boolean;
  suffix: string;
}

interface List {
  /** Lists of one family count on together. */
  family: string;
  levels: Map<number, Level>;
  /** Levels that begin again with the first use of this list. */
  starts: Map<number, number>;
}

/** Word knows nine levels. */
const LEVELS = 9;

export class Numbering {
  private lists = new Map<string, List>();
  private counters = new Map<string, (number | null)[]>();
  private begun = new Set<string>();
  private byStyle = new Map<string, number>();
  private styles: Styles;

  constructor(root: Element | null, styles: Styles) {
    this.styles = styles;
    const families = new Map(
      elements(root, 'w:abstractNum').map((each) => [each.attributes.abstractNumId ?? '', each]),
    );
    const listOf = new Map(elements(root, 'w:num').map((each) => [each.attributes.numId ?? '', each]));
    for (const [id, list] of listOf) {
      const family = this.resolve(value(list, 'w:abstractNumId') ?? '', families, listOf);
      const levels = new Map(elements(families.get(family), 'w:lvl').map((level) => this.level(level)));
      const starts = new Map<number, number>();
      for (const override of elements(list, 'w:lvlOverride')) {
        const level = child(override, 'w:lvl');
        if (level) levels.set(...this.level(level));
        const start = value(override, 'w:startOverride');
        if (start !== undefined) starts.set(index(override), Number(start));
      }
      this.lists.set(id, { family, levels, starts });
    }
  }

  /** The label of a paragraph with what separates it from the text, and counts on; `''` if it has none. */
  label(properties: Element | null, style: string | undefined, text: string): string {
    const own = child(properties, 'w:numPr');
    const inherited = <T>(question: (numPr: Element | null) => T | undefined): T | undefined =>
      question(own) ?? this.styles.ask(style, (each) => question(child(each, 'w:pPr', 'w:numPr')));
    const id = inherited((numPr) => value(numPr, 'w:numId')) ?? '0';
    const list = this.lists.get(id);
    if (!list) return '';
    const stated = inherited((numPr) => value(numPr, 'w:ilvl'));
    const at = Number(stated ?? this.styles.ask(style, (each) => this.byStyle.get(each.attributes.styleId ?? '')) ?? 0);
    const level = list.levels.get(at);
    if (!level) return '';
    const label = this.fill(level, list, this.count(id, list, at));
    return label + separator(label, level.suffix, text);
  }

  /** An abstract list may only name a list style, which names the list that holds the levels. */
  private resolve(family: string, families: Map<string, Element>, lists: Map<string, Element>): string {
    const link = value(families.get(family), 'w:numStyleLink');
    if (link === undefined) return family;
    const id = this.styles.ask(link, (style) => value(style, 'w:pPr', 'w:numPr', 'w:numId'));
    return value(lists.get(id ?? ''), 'w:abstractNumId') ?? family;
  }

  private level(level: Element): [number, Level] {
    const at = index(level);
    const style = value(level, 'w:pStyle');
    if (style !== undefined) this.byStyle.set(style, at);
    const restart = value(level, 'w:lvlRestart');
    const format = value(level, 'w:numFmt') ?? value(level, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt');
    return [
      at,
      {
        start: Number(value(level, 'w:start') ?? 0),
        format: format ?? 'decimal',
        text: value(level, 'w:lvlText') ?? '',
        restart: restart === undefined ? undefined : Number(restart),
        legal: flag(level, 'w:isLgl') ?? false,
        suffix: value(level, 'w:suff') ?? 'tab',
      },
    ];
  }

  /** Counts the level on and begins the deeper ones anew; a level above that was never used shows its start. */
  private count(id: string, list: List, at: number): number[] {
    const counters = this.counters.get(list.family) ?? Array.from({ length: LEVELS }, () => null);
    this.counters.set(list.family, counters);
    if (!this.begun.has(id)) {
      this.begun.add(id);
      for (const [level, start] of list.starts) counters[level] = start - 1;
    }
    const start = (level: number) => list.starts.get(level) ?? list.levels.get(level)?.start ?? 1;
    for (let level = 0; level < at; level++) counters[level] ??= start(level);
    counters[at] = (counters[at] ?? start(at) - 1) + 1;
    for (let level = at + 1; level < LEVELS; level++) {
      const restart = list.levels.get(level)?.restart;
      if (restart === undefined || restart === at + 1) counters[level] = null;
    }
    return Array.from({ length: LEVELS }, (_, level) => counters[level] ?? start(level));
  }

  private fill(level: Level, list: List, numbers: number[]): string {
    if (level.format === 'bullet') return level.text.replace(/[\ue000-\uf8ff]/g, '•');
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = level.legal ? 'decimal' : (list.levels.get(at)?.format ?? 'decimal');
      return formatNumber(numbers[at] ?? 0, format);
    });
  }
}

/** Which level an element of a list is about; numbers outside Word's nine are the first. */
function index(element: Element): number {
  const at = Number(element.attributes.ilvl ?? 0);
  return Number.isInteger(at) && at >= 0 && at < LEVELS ? at : 0;
}

/** Word leaves a gap; between Chinese signs none is typed. */
function separator(label: string, suffix: string, text: string): string {
  if (label === '' || text === '' || suffix === 'nothing') return '';
  const closed = /[\u3000-\u303f\uff00-\uffef①-⓿㈠-㊉]$/u.test(label);
  const numbered = /[\p{L}\p{N}][.)\]]?$/u.test(label) && /[.)\]]$/.test(label);
  return closed || (numbered && /^[\p{Script=Han}“‘《（【]/u.test(text)) ? '' : ' ';
}
