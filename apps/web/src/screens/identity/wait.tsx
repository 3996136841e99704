import { sayWait } from '../../shell/say-wait.ts';

/** On a button that takes no press yet: how long until it does, in milliseconds; nothing once it may be pressed. */
export function Wait({ left }: { left: number }) {
  if (left === 0) return null;
  return (
    <span aria-hidden className="kw-tnum font-normal">
      {sayWait(left)}
    </span>
  );
}
