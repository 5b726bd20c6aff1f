import { type Edit, kindOf } from './kinds.ts';

/** A stretch of the copy that a person decided on, in UTF-16 offsets of the copy. */
export interface Decision {
  from: number;
  to: number;
  /** What was decided, and why. */
  message: string;
}

/** Why something is marked: one entry a rule and reason, a decision of a person, and the hidden words. */
export interface Cause {
  /** From 1; marks refer to it. */
  number: number;
  reason: string;
  count: number;
}

/** Numbers the causes of a page: the edits' in order, then the decisions', then that of the hidden words. */
export class Causes {
  readonly #byEdit = new Map<Edit, Cause>();
  readonly #decisions: Decision[];
  /** Of the edits. */
  readonly #size: number;

  constructor(edits: readonly Edit[], decisions: Decision[]) {
    this.#decisions = decisions;
    const byKey = Map.groupBy(edits, causeKey);
    this.#size = byKey.size;
    for (const [index, list] of [...byKey.values()].entries()) {
      const cause = { number: index + 1, reason: (list[0] as Edit).reason, count: list.length };
      for (const edit of list) this.#byEdit.set(edit, cause);
    }
  }

  /** @param edit one of those that the causes were numbered from */
  of(edit: Edit): Cause {
    return this.#byEdit.get(edit) as Cause;
  }

  ofDecision(decision: Decision): Cause {
    const number = this.#size + this.#decisions.indexOf(decision) + 1;
    return { number, reason: decision.message, count: 1 };
  }

  /** Of all hidden words together. */
  get hiddenNumber(): number {
    return this.#size + this.#decisions.length + 1;
  }
}

/** The same for edits of one kind that have the same rule and reason. */
function causeKey(edit: Edit): string {
  return `${kindOf(edit).id} ${edit.rule} ${edit.reason}`;
}
