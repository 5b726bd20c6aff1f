/** The five ways into the library. Each page of a tag, and each link to it, is made from this table. */

import type { Completeness } from '../text/speech.ts';
import type { Known } from './card.ts';
import { completenessNames } from './completeness.ts';
import { genres } from './genres.ts';
import { placeTags } from './place-tags.ts';
import { topics } from './topics.ts';

export interface Tag {
  /** Last part of the address `/<kind>/<slug>/`. */
  slug: string;
  label: string;
  /** What exactly the tag means, where its kind does not say enough. */
  lead?: string;
  /** How many tags of the same kind lie above it, e.g. 2 for a county. */
  depth?: number;
}

export interface TagKind {
  /** First part of the address. */
  kind: 'topics' | 'places' | 'years' | 'genres' | 'completeness';
  label: string;
  /** Item of the main navigation that its pages belong to. */
  nav: 'speeches' | 'topics' | 'places' | 'years';
  /** What the kind tells and how a speech comes under it. */
  lead: string;
  /** All tags of a speech; an unknown value is the tag `unknown`, never a guess. */
  tagsOf: (speech: Known) => Tag[];
  /** Order of the tags on the index page. */
  compare: (a: Tag, b: Tag) => number;
}

/** Slug of what the copies do not say. */
export const UNKNOWN = 'unknown';

/** Sorts by the order of a closed list of slugs. */
function listed(slugs: readonly string[]): TagKind['compare'] {
  return (a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug);
}

/** Sorts by address, 未注明 last. */
function bySlug(direction: 1 | -1): TagKind['compare'] {
  return (a, b) => {
    if ((a.slug === UNKNOWN) !== (b.slug === UNKNOWN)) return a.slug === UNKNOWN ? 1 : -1;
    return a.slug < b.slug ? -direction : direction;
  };
}

/** Year in which the speech was given or issued. The day of posting on a web site says nothing about it. */
function yearOf({ meta }: Known): Tag {
  const year = (meta.delivered ?? meta.issued)?.slice(0, 4);
  return year ? { slug: year, label: `${year} 年` } : { slug: UNKNOWN, label: '年份未注明' };
}

function genreOf({ meta }: Known): Tag {
  const id = genres.find(({ name }) => name === meta.genre)?.id;
  return { slug: id ?? UNKNOWN, label: meta.genre };
}

const completenessOrder = Object.keys(completenessNames) as Completeness[];

export const tagKinds: TagKind[] = [
  {
    kind: 'topics',
    nav: 'topics',
    label: '主题',
    lead: '每个主题都是一张固定的词表；正文里出现其中的词，讲话才会列在这里。',
    tagsOf: ({ meta }) =>
      topics.filter(({ id }) => meta.topics.includes(id)).map(({ id, name }) => ({ slug: id, label: name })),
    compare: listed(topics.map(({ id }) => id)),
  },
  {
    kind: 'places',
    nav: 'places',
    label: '地点',
    lead: '讲话在哪里作出，以文中点明的为准；上级地方的页里也列出所辖地方的讲话。',
    tagsOf: placeTags,
    compare: bySlug(1),
  },
  {
    kind: 'years',
    nav: 'years',
    label: '年份',
    lead: '以讲话或发布的年份为准。网站贴出文稿的日期不能证明讲话的日期；只知道前者的，归入“年份未注明”，并注明网站发布的日期。',
    tagsOf: (speech) => [yearOf(speech)],
    compare: bySlug(-1),
  },
  {
    kind: 'genres',
    nav: 'speeches',
    label: '体裁',
    lead: '讲话、文章、报告之类，以文本自身的样子为准。',
    tagsOf: (speech) => [genreOf(speech)],
    compare: listed(genres.map(({ id }) => id)),
  },
  {
    kind: 'completeness',
    nav: 'speeches',
    label: '完整程度',
    lead: '所据文本是不是全文。缺在哪里、缺多少，每篇页首都有说明。',
    tagsOf: ({ meta }) => [
      {
        slug: meta.completeness,
        label: completenessNames[meta.completeness].name,
        lead: `${completenessNames[meta.completeness].meaning}。`,
      },
    ],
    compare: listed(completenessOrder),
  },
];

/** One kind by the first part of its address. */
export function tagKind(kind: TagKind['kind']): TagKind {
  const found = tagKinds.find((each) => each.kind === kind);
  if (!found) throw new Error(`没有 ${kind} 这一类标签。`);
  return found;
}

/** All tags of a kind that at least one speech has, each with its speeches in the given order. */
export function tagged<T extends Known>(kind: TagKind, entries: readonly T[]): { tag: Tag; entries: T[] }[] {
  const bySlug = new Map<string, { tag: Tag; entries: T[] }>();
  for (const entry of entries) {
    for (const tag of kind.tagsOf(entry)) {
      const group = bySlug.get(tag.slug) ?? { tag, entries: [] };
      group.entries.push(entry);
      bySlug.set(tag.slug, group);
    }
  }
  return [...bySlug.values()].sort((a, b) => kind.compare(a.tag, b.tag));
}
