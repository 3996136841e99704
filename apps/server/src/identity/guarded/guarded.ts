/** Accounts that guardians look after: they have no address and no password, and nobody but a guardian lets them in. */
export {
  insertGuarded as markGuarded,
  readGuarded as isGuarded,
  updateBirthYear as setBirthYear,
  updateReleased as release,
} from './guarded.store.ts';
