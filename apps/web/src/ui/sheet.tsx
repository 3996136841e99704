import { lazy, type ReactNode, Suspense } from 'react';
import { useOpened } from './use-opened.ts';

const Parts = lazy(() => import('./sheet-parts.tsx').then((module) => ({ default: module.SheetParts })));

export type SheetProps = {
  open: boolean;
  onClose: () => void;
  /** Only its actions lead out of it. */
  fixed?: boolean;
  title: ReactNode;
  /** Stands beside the title, such as the amount that is left. */
  aside?: ReactNode;
  /** Buttons that stay at the end while the rest scrolls. */
  actions?: ReactNode;
  children: ReactNode;
};

/**
 * Comes from below on a phone and from the right on a wide screen: entries, details, one-field edits. Its code comes when
 * it first opens.
 */
export function Sheet(props: SheetProps) {
  return useOpened(props.open) ? (
    <Suspense>
      <Parts {...props} />
    </Suspense>
  ) : null;
}
