/** Addresses that hold: the lock of published ids, and how a new state of the text gets its ids from it. */
export { type Assignment, assignIds, type Change, type Published } from './assign.ts';
export { departuresOf } from './departures.ts';
export { EMPTY_LOCK, type Lock, readLock } from './lock.ts';
export { type Fault, faultyRedirects, proposeFate } from './redirects.ts';
