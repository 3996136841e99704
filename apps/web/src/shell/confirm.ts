import { createStore, useStore } from './store.ts';

/** A call waits for the person to confirm that it is them. */
export type AskedToConfirm = { readonly answer: (confirmed: boolean) => void };

const asked = createStore<AskedToConfirm | undefined>(undefined);
let waiting: Promise<boolean> | undefined;

/** Opens the question; calls that come while it is open wait for the same answer. */
export function askToConfirm(): Promise<boolean> {
  waiting ??= new Promise((resolve) => {
    const answer = (confirmed: boolean) => {
      waiting = undefined;
      asked.set(undefined);
      resolve(confirmed);
    };
    asked.set({ answer });
  });
  return waiting;
}

export function useAskedToConfirm(): AskedToConfirm | undefined {
  return useStore(asked);
}
