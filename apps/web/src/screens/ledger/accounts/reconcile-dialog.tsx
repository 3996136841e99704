import type { Account } from '@kinwise/api-client/schema';
import type { Day } from '@kinwise/core/days';
import { formatMoney } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { useOffline } from '../../../offline/hooks.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { DayField } from '../../../ui/day-field.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';

/** Holds the balance of a day against what the bank says, and offers an entry for the difference. */
export function ReconcileDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { today } = useHousehold();
  const { sync } = useOffline();
  const [stated, setStated] = useState<string | undefined>(account.balance);
  const [day, setDay] = useState<Day>(today);
  const compare = useMutation({
    mutationFn: (adjust: boolean) =>
      got(
        api.POST('/accounts/{id}/reconcile/', {
          params: { path: { id: account.id } },
          body: { statement_balance: stated ?? '', as_of: day, adjust },
        }),
      ),
    onSuccess: (answer) => {
      sync.poke();
      if (!answer.reconciled) return;
      showToast({ title: i18n._('{name} agrees with the bank', { name: account.name }) });
      onClose();
    },
  });
  const difference = compare.data?.reconciled === false ? compare.data.difference : undefined;
  const ready = stated !== undefined && stated !== '';
  const change = (run: () => void) => {
    run();
    compare.reset();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={i18n._('Compare with the bank')}
      description={i18n._('Type the balance that your bank shows for the end of a day.')}
      actions={
        difference === undefined ? (
          <>
            <Button onClick={onClose}>{i18n._('Cancel')}</Button>
            <SignalButton
              kind="primary"
              disabled={!ready}
              busy={compare.isPending}
              onClick={() => compare.mutate(false)}
            >
              {i18n._('Compare')}
            </SignalButton>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{i18n._('Look for it first')}</Button>
            <SignalButton kind="primary" busy={compare.isPending} onClick={() => compare.mutate(true)}>
              {i18n._('Add the difference')}
            </SignalButton>
          </>
        )
      }
    >
      <div className="space-y-4">
        <div className="grid grid-cols-2 gap-3">
          <MoneyField
            label={i18n._('The bank says')}
            currency={account.currency}
            allowNegative
            value={stated ?? ''}
            onChange={(wire) => change(() => setStated(wire))}
          />
          <DayField
            label={i18n._('At the end of')}
            value={day}
            max={today}
            onChange={(next) => next && change(() => setDay(next))}
          />
        </div>
        {compare.isError && (
          <ProblemNote title={i18n._('Not compared')}>{sayProblem(compare.error)}</ProblemNote>
        )}
        {difference !== undefined && (
          <ProblemNote
            tone="close"
            title={i18n._('{amount} apart', {
              amount: formatMoney({ amount: difference, currency: account.currency }, locale, {
                sign: 'always',
              }),
            })}
          >
            {i18n._(
              'An entry may be missing, be there twice, or have another amount. An entry “Balance adjustment” can take up the difference, in plain sight.',
            )}
          </ProblemNote>
        )}
      </div>
    </Dialog>
  );
}
