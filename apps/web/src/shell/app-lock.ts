import { createStore, useStore } from './store.ts';

/** The app lock of whoever sits here, where they have one. What it does is loaded for them alone. */
export type AppLock = { readonly shut: boolean; readonly lockNow: () => void };

export const appLock = createStore<AppLock | undefined>(undefined);

export const LOCK_MARK = 'kw_lock:';
/** What the sign-in is to say after somebody went past a lock. */
export const PAST_LOCK = 'kw_lock_past';

export function useAppLock(): AppLock | undefined {
  return useStore(appLock);
}

/** `start`: the page begins. `arrived`: somebody has just signed in with everything. `told`: another tab has set a lock up. */
export type Coming = 'start' | 'arrived' | 'told';
