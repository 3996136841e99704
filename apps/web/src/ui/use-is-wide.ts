import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 48rem)';

/** Whether the screen is wide enough for things to come from the side. */
export function useIsWide(query: string = WIDE): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => window.matchMedia(query).matches,
  );
}
