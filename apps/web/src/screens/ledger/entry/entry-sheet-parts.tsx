import { reachOf } from '@kinwise/core/capabilities';
import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { SearchX, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useRow } from '../../../offline/hooks.tsx';
import type { FoldedTransaction } from '../../../offline/transactions.ts';
import { useHousehold } from '../../../shell/household.ts';
import { useSomeone } from '../../../shell/session.ts';
import { WaitingMark } from '../../../shell/sync-indicator.tsx';
import { Button } from '../../../ui/button.tsx';
import { HeroMoney } from '../../../ui/money.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useEntryWrites } from '../parts/entry-writes.ts';
import { useEntryWords } from '../parts/entry-words.ts';
import { EntryFields } from './entry-fields.tsx';
import { EntryHistory } from './entry-history.tsx';
import type { EntrySheetProps } from './entry-sheet.tsx';
import { ProposalNote } from './proposal-note.tsx';
import { SplitCard } from './split-card.tsx';
import { TransferCard } from './transfer-card.tsx';

/** What EntrySheet loads. */
export function EntrySheetParts({ id, facts, onClose }: EntrySheetProps & { id: string }) {
  const { i18n } = useLingui();
  const found = useRow('transaction', id);
  const words = useEntryWords(facts);
  const writes = useEntryWrites();
  const mayEdit = useMayEdit(found ?? undefined, facts);
  if (found === undefined) return null;
  if (found === null) {
    return (
      <Sheet open onClose={onClose} title={i18n._('Entry')}>
        <EmptyState icon={SearchX} title={i18n._('This entry is not here')}>
          {i18n._('It may have been deleted, or it is not meant for you.')}
        </EmptyState>
      </Sheet>
    );
  }
  function trash() {
    void writes.trash([id]);
    onClose();
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.title(found.row)}
      {...(mayEdit && {
        actions: (
          <Button kind="danger" icon={Trash2} onClick={trash} className="w-full">
            {i18n._('Delete')}
          </Button>
        ),
      })}
    >
      <Entry key={id} found={found} facts={facts} mayEdit={mayEdit} />
    </Sheet>
  );
}

function Entry({
  found,
  facts,
  mayEdit,
}: {
  found: FoldedTransaction;
  facts: EntrySheetProps['facts'];
  mayEdit: boolean;
}) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { today } = useHousehold();
  const words = useEntryWords(facts);
  const { row } = found;
  const [splitting, setSplitting] = useState(false);
  const split = splitting || (row.splits ?? []).length > 0;
  return (
    // Whoever has nothing to press here still has to get down by the keyboard.
    <div
      className="space-y-5 pb-4 outline-offset-4"
      {...(!mayEdit && { role: 'group', tabIndex: 0, 'aria-label': i18n._('Details') })}
    >
      <div>
        <HeroMoney amount={row.amount} currency={row.currency} />
        <p className="mt-1 text-ink-2">
          {formatDay(row.occurred_on, 'long', { ...locale, today })}
          {row.status !== 'completed' && ` · ${words.status(row)}`}
        </p>
        {found.waiting && (
          <p className="mt-1">
            <WaitingMark blocked={found.blocked} />
          </p>
        )}
      </div>
      {mayEdit && !split && <ProposalNote row={row} facts={facts} />}
      {row.type === 'transfer' ? (
        <TransferCard row={row} facts={facts} mayEdit={mayEdit} />
      ) : (
        <SplitCard row={row} facts={facts} mayEdit={mayEdit} open={split} onOpen={setSplitting} />
      )}
      <EntryFields
        row={row}
        facts={facts}
        mayEdit={mayEdit}
        withCategory={row.type !== 'transfer' && !split}
      />
      <EntryHistory found={found} facts={facts} />
    </div>
  );
}

/** Members whose reach is their own edit what they entered, paid, or what lies in their accounts. */
function useMayEdit(found: FoldedTransaction | undefined, facts: EntrySheetProps['facts']): boolean {
  const { me } = useSomeone();
  const reach = reachOf(useHousehold().role, 'transactions.edit');
  if (!found || reach === 'none') return false;
  if (reach === 'all') return true;
  const { row, version } = found;
  const owner = facts.accounts.get(row.account_id)?.owner_user_id;
  return version === undefined || [row.author_id, row.payer_id, owner].includes(me.id);
}
