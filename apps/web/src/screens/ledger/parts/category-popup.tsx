import { lazy, Suspense } from 'react';
import type { LedgerFacts } from './facts.ts';

const Parts = lazy(() =>
  import('./category-popup-parts.tsx').then((module) => ({ default: module.CategoryPopupParts })),
);

export type CategoryPopupProps = {
  /** What it hangs on; undefined while it is closed. The focus returns there. */
  anchor: HTMLElement | undefined;
  facts: LedgerFacts;
  kind: 'income' | 'expense' | undefined;
  value: string | null;
  /** Stands first with its reason, when something has been proposed. */
  proposed?: { readonly category_id: string; readonly reason: string } | null;
  onChoose: (categoryId: string | null) => void;
  onClose: () => void;
};

/** A list of categories to type in, hanging on a row or a button. One for a whole list; its code comes with the first press. */
export function CategoryPopup(props: CategoryPopupProps) {
  if (!props.anchor) return null;
  return (
    <Suspense>
      <Parts {...props} anchor={props.anchor} />
    </Suspense>
  );
}
