import { createStore, useStore } from './store.ts';

/** What lies over the page at the moment: the command palette, the keys, the sheet that adds money. */
export type Over = 'palette' | 'keys' | 'add' | undefined;

const over = createStore<Over>(undefined);

export function useOver(): Over {
  return useStore(over);
}

export function showOver(what: Over): void {
  over.set(what);
}
