/** Answers that are kept, so that they are not worked out again. */

/** The same function, which keeps its last answer. */
export function lastOnly<T>(read: (id: string) => T): (id: string) => T {
  let last: { id: string; value: T } | undefined;
  return (id) => {
    if (last?.id !== id) last = { id, value: read(id) };
    return last.value;
  };
}

/** The same function, which keeps its answer for each value as long as there is the value. @param work on what nobody changes */
export function onceEach<V extends object, T>(work: (value: V) => T): (value: V) => T {
  const known = new WeakMap<V, { answer: T }>();
  return (value) => {
    const kept = known.get(value) ?? { answer: work(value) };
    known.set(value, kept);
    return kept.answer;
  };
}
