import type { Transaction } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Sparkles } from 'lucide-react';
import { useWrite } from '../../../offline/hooks.tsx';
import { Button } from '../../../ui/button.tsx';
import { useEntryWrites } from '../parts/entry-writes.ts';
import type { LedgerFacts } from '../parts/facts.ts';

/** A category that was proposed, with the reason; taken or waved away with one press. */
export function ProposalNote({ row, facts }: { row: Transaction; facts: LedgerFacts }) {
  const { i18n } = useLingui();
  const write = useWrite();
  const writes = useEntryWrites();
  const { proposed } = row;
  const name = facts.nameOf(proposed?.category_id);
  if (!row.needs_review || !proposed || name === undefined) return null;
  return (
    <div className="flex gap-3 rounded-cell border border-good-line bg-good-soft p-4">
      <Sparkles aria-hidden size={18} className="mt-0.5 shrink-0 text-good-text" />
      <div className="min-w-0">
        <p className="font-semibold">{i18n._('{name}?', { name })}</p>
        <p className="text-sm text-ink-2">{proposed.reason}</p>
        <div className="mt-2.5 flex flex-wrap gap-2">
          <Button
            kind="primary"
            size="small"
            onClick={() => void writes.categorise([row.id], proposed.category_id)}
          >
            {i18n._('Yes')}
          </Button>
          <Button
            size="small"
            onClick={() => void write.update('transaction', row.id, { needs_review: false })}
          >
            {i18n._('It is fine as it is')}
          </Button>
        </div>
      </div>
    </div>
  );
}
