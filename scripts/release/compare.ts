/** Two libraries, each told speech by speech in the order of the ids, and what became of the one in the other. */
import type { Departure } from '../../src/text/departure.ts';
import { Problem } from '../lib/problem.ts';
import type { Changes } from './schemas.ts';
import { type Difference, differenceOf, type State } from './state.ts';

export type ChangeLists = Pick<Changes, 'new' | 'changed' | 'renamed' | 'withdrawn' | 'unchanged'>;

/** Is told every speech that is held now; reads the earlier release along, and keeps of neither more than what differs. */
export class Comparison {
  readonly #before: AsyncIterator<State>;
  readonly #departures: ReadonlyMap<string, Departure>;
  /** Present ids of the renamed speeches. */
  readonly #targets: ReadonlySet<string>;
  /** The first of the earlier states that has no place yet; undefined at the end. */
  #next: State | undefined;
  #begun = false;
  readonly #kept = new Map<string, State>();
  readonly #fresh: Changes['new'] = [];
  readonly #gone: State[] = [];
  readonly #changed: Changes['changed'] = [];
  #unchanged = 0;

  /** @param before states of the earlier release, by id */
  constructor(before: AsyncIterable<State>, departures: readonly Departure[]) {
    this.#before = before[Symbol.asyncIterator]();
    this.#departures = new Map(departures.map((departure) => [departure.id, departure]));
    this.#targets = new Set(departures.flatMap(({ renamed }) => renamed ?? []));
  }

  /** To be called in the order of the ids. */
  async add(state: State): Promise<void> {
    const before = await this.#advance(state.id);
    if (this.#targets.has(state.id)) this.#kept.set(state.id, state);
    if (before?.id !== state.id) {
      this.#fresh.push({ id: state.id, title: state.title, version: state.version });
      return;
    }
    const difference = differenceOf(before, state);
    if (difference) this.#changed.push({ id: state.id, title: state.title, ...difference });
    else this.#unchanged++;
    await this.#step();
  }

  /**
   * Ends the comparison.
   * @throws Problem for a speech of the earlier release that is gone without a word
   */
  async end(): Promise<ChangeLists> {
    await this.#advance(null);
    const renamed: Changes['renamed'] = [];
    const withdrawn: Changes['withdrawn'] = [];
    for (const state of this.#gone) {
      const { id, title } = state;
      const departure = this.#departures.get(id);
      const now = this.#kept.get(departure?.renamed ?? '');
      if (now) renamed.push({ id, renamed: now.id, title: now.title, ...(differenceOf(state, now) ?? same(state)) });
      else if (departure?.withdrawn) withdrawn.push({ id, title, ...departure.withdrawn });
      else throw lost(id, title);
    }
    const named = new Set(renamed.map((each) => each.renamed));
    return {
      new: this.#fresh.filter(({ id }) => !named.has(id)),
      changed: this.#changed,
      renamed,
      withdrawn,
      unchanged: this.#unchanged,
    };
  }

  /** Goes on to the earlier speech with this id or the next one after it; all that is passed over is gone. */
  async #advance(id: string | null): Promise<State | undefined> {
    if (!this.#begun) await this.#step();
    this.#begun = true;
    while (this.#next && (id === null || this.#next.id < id)) {
      this.#gone.push(this.#next);
      await this.#step();
    }
    return this.#next;
  }

  async #step(): Promise<void> {
    this.#next = (await this.#before.next()).value;
  }
}

function same({ version }: State): Difference {
  return { versions: { before: version, after: version }, fields: [], anchors: { added: [], changed: [], former: {} } };
}

function lost(id: string, title: string): Problem {
  return new Problem(
    `上一份里有 ${id}《${title}》，现在没有，也没有写明去向：请取回它，或在 sources/${id}.yaml 里写明 renamed 或 withdrawn，运行 npm run normalize，再发布一次。`,
  );
}
