/** The households that somebody belongs to, for who signs in. */
export { householdsOf } from './own-households.store.ts';
export type { OwnHousehold } from './own-households.store.ts';
