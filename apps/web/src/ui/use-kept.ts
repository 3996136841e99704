import { useEffect, useRef, useState } from 'react';

type Kept = {
  readonly value: string;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onType: (text: string) => void;
};

/**
 * A text that is kept when one leaves its field, and when the field goes away with it: Escape, the way back and a swipe do
 * not leave it first. What others change meanwhile shows as long as nobody types there. `keep` says whether it took the text.
 */
export function useKept(value: string, keep: (text: string) => boolean): Kept {
  const [typed, setTyped] = useState<string>();
  const isIn = useRef(false);
  const last = useRef<string>(undefined);
  useEffect(() => {
    last.current = undefined;
    if (!isIn.current) setTyped(undefined);
  }, [value]);

  const leave = (): boolean => {
    if (typed === undefined || typed === value || typed === last.current) return typed === last.current;
    last.current = typed;
    return keep(typed);
  };
  const leaving = useRef(leave);
  leaving.current = leave;
  useEffect(() => () => void leaving.current(), []);

  return {
    value: typed ?? value,
    onFocus: () => {
      isIn.current = true;
    },
    onBlur: () => {
      isIn.current = false;
      // What was taken stays until it comes back as the value; anything else makes room for that at once.
      if (!leave()) setTyped(undefined);
    },
    onType: setTyped,
  };
}
