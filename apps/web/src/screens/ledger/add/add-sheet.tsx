import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { Landmark } from 'lucide-react';
import { useHousehold } from '../../../shell/household.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { accountsInOrder, useLedgerFacts } from '../parts/facts.ts';
import { AddForm } from './add-form.tsx';

/** Enters money in three presses: amount, payee (which brings its category and account), save. */
export function AddSheet({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const { may } = useHousehold();
  const facts = useLedgerFacts();
  if (!facts.ready) return null;
  const accounts = accountsInOrder(facts);
  if (accounts.length > 0 && may('transactions.create')) {
    return <AddForm facts={facts} accounts={accounts} onClose={onClose} />;
  }
  return (
    <Sheet open onClose={onClose} title={i18n._('Add')}>
      {accounts.length === 0 ? (
        <EmptyState
          icon={Landmark}
          title={i18n._('First an account')}
          action={
            may('accounts.manage') && (
              <Link
                to={'/accounts' as string}
                search={{ add: true } as never}
                onClick={onClose}
                className={buttonClass('primary')}
              >
                {i18n._('Add an account')}
              </Link>
            )
          }
        >
          {i18n._('Money lies somewhere: make an account, or bring in a file from your bank, and come back.')}
        </EmptyState>
      ) : (
        <EmptyState title={i18n._('Looking only')}>
          {i18n._('Your role in this household is to look. Ask an admin if you should enter money too.')}
        </EmptyState>
      )}
    </Sheet>
  );
}
