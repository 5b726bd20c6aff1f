/** What tags are called: those seen in results are known, the others are asked for once. */

import type { Findings } from '../search/findings.ts';
import type { Filters } from '../search/library.ts';
import type { TagName } from '../search/record.ts';
import { chosenTags } from './search-state.ts';
import { site } from './search-view.ts';

type Names = Partial<Record<TagName, Record<string, string>>>;

export class TagLabels {
  readonly #known = new Map<string, string>();

  learn(facets: Findings['facets']): void {
    for (const [name, tags] of Object.entries(facets)) {
      for (const { slug, label } of tags) this.#known.set(`${name} ${slug}`, label);
    }
  }

  /** The slug where nobody knows a name for it. */
  of(name: TagName, slug: string): string {
    return this.#known.get(`${name} ${slug}`) ?? slug;
  }

  /** Never fails: a name is no reason to refuse a search. */
  async need(filters: Filters): Promise<void> {
    if (chosenTags(filters).every(({ name, slug }) => this.#known.has(`${name} ${slug}`))) return;
    const names = await fetch(site('search/tags.json'))
      .then((answer) => answer.json() as Promise<Names>)
      .catch((): Names => ({}));
    for (const [name, tags] of Object.entries(names)) {
      for (const [slug, label] of Object.entries(tags)) this.#known.set(`${name} ${slug}`, label);
    }
  }
}
