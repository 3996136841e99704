import { lazy, Suspense } from 'react';
import type { LedgerFacts } from '../parts/facts.ts';

const Parts = lazy(() =>
  import('./entry-sheet-parts.tsx').then((module) => ({ default: module.EntrySheetParts })),
);

export type EntrySheetProps = {
  /** The entry to show; undefined shows nothing. */
  id: string | undefined;
  facts: LedgerFacts;
  onClose: () => void;
};

/** One entry with everything about it, beside the list or over it. Its code comes when it first opens. */
export function EntrySheet({ id, ...rest }: EntrySheetProps) {
  if (id === undefined) return null;
  return (
    <Suspense>
      <Parts {...rest} id={id} />
    </Suspense>
  );
}
