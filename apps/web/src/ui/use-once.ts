import { useRef } from 'react';

/** For what saves and closes: two quick presses are one. What could not be done may be tried again. */
export function useOnce(): (work: () => Promise<void>) => Promise<void> {
  const taken = useRef(false);
  return async (work) => {
    if (taken.current) return;
    taken.current = true;
    try {
      await work();
    } catch (error) {
      taken.current = false;
      throw error;
    }
  };
}
