import { cloneElement, lazy, type ReactElement, Suspense, useState } from 'react';
import type { MenuEntry } from './menu.tsx';

const load = () => import('./menu.tsx');
const Menu = lazy(() => load().then((module) => ({ default: module.Menu })));

type MenuButtonProps = {
  trigger: ReactElement<Record<string, unknown>>;
  entries: readonly MenuEntry[];
  heading?: React.ReactNode;
  side?: 'bottom' | 'top';
  align?: 'start' | 'end';
};

/** A menu whose code comes when somebody reaches for its button. */
export function MenuButton(props: MenuButtonProps) {
  const [asked, setAsked] = useState(false);
  const waiting = cloneElement(props.trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    onClick: () => setAsked(true),
  });
  if (!asked) return waiting;
  return (
    <Suspense fallback={waiting}>
      <Menu {...props} defaultOpen />
    </Suspense>
  );
}
