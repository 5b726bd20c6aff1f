/** What styles say about a paragraph or a run, followed along `w:basedOn`. */
import { child, type Element, elements, flag, value } from './xml.ts';

export interface Styles {
  /** The first answer along the chain that begins with the style, nearest first; undefined if no style has one. */
  ask<T>(id: string | undefined, question: (style: Element) => T | undefined): T | undefined;
  /** The paragraph style that holds where a paragraph names none. */
  standard: string | undefined;
}

/** Word itself follows no longer chain; a style may name itself. */
const DEEPEST_CHAIN = 20;

export function readStyles(root: Element | null): Styles {
  const byId = new Map(elements(root, 'w:style').map((style) => [style.attributes.styleId ?? '', style]));
  const standard = [...byId.values()].find(
    (style) => style.attributes.type === 'paragraph' && ['1', 'true', 'on'].includes(style.attributes.default ?? ''),
  );
  const ask = <T>(id: string | undefined, question: (style: Element) => T | undefined): T | undefined => {
    let at = id;
    for (let depth = 0; at !== undefined && depth < DEEPEST_CHAIN; depth++) {
      const style = byId.get(at);
      const answer = style && question(style);
      if (answer !== undefined) return answer;
      at = value(style, 'w:basedOn');
    }
    return undefined;
  };
  return { ask, standard: standard?.attributes.styleId };
}

/** What holds for a paragraph: its own properties first, then its style's. */
export interface ParagraphFacts {
  style: string | undefined;
  centred: boolean;
  /** From 1; a paragraph in the style 标题 (Title) is 0. */
  heading: number | null;
  /** A tab that shows a row of dots, as in a table of contents. */
  leader: boolean;
}

export function paragraphFacts(paragraph: Element, styles: Styles): ParagraphFacts {
  const own = child(paragraph, 'w:pPr');
  const style = value(own, 'w:pStyle') ?? styles.standard;
  const ask = <T>(question: (properties: Element | null) => T | undefined): T | undefined =>
    question(own) ?? styles.ask(style, (each) => question(child(each, 'w:pPr')));
  return {
    style,
    centred: ask((properties) => value(properties, 'w:jc')) === 'center',
    heading: headingLevel(
      ask((properties) => value(properties, 'w:outlineLvl')),
      styles.ask(style, (each) => levelOfName(value(each, 'w:name') ?? '')),
    ),
    leader: ask((properties) => (hasLeader(child(properties, 'w:tabs')) ? true : undefined)) ?? false,
  };
}

/** `w:outlineLvl` counts from 0, and 9 is body text. */
function headingLevel(outline: string | undefined, byName: number | undefined): number | null {
  if (byName === 0) return 0;
  const level = Number(outline ?? Number.NaN);
  if (level >= 0 && level <= 8) return level + 1;
  return outline === undefined ? (byName ?? null) : null;
}

function levelOfName(name: string): number | undefined {
  const match = /^(?:heading|标题) ?([1-9])$/i.exec(name);
  if (match) return Number(match[1]);
  return /^(?:title|标题)$/i.test(name) ? 0 : undefined;
}

function hasLeader(tabs: Element | null): boolean {
  return elements(tabs, 'w:tab').some((tab) => ['dot', 'middleDot'].includes(tab.attributes.leader ?? ''));
}

/** A toggle of a run, `w:b` or `w:vanish`: its own, its style's, its paragraph's. */
export function runToggle(run: Element, name: string, paragraphStyle: string | undefined, styles: Styles): boolean {
  const own = child(run, 'w:rPr');
  const inStyle = (style: Element) => flag(child(style, 'w:rPr'), name);
  return flag(own, name) ?? styles.ask(value(own, 'w:rStyle'), inStyle) ?? styles.ask(paragraphStyle, inStyle) ?? false;
}
