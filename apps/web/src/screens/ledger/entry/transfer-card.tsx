import type { Transaction } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { ArrowRight, Unlink } from 'lucide-react';
import { api, got } from '../../../api/client.ts';
import { useOffline } from '../../../offline/hooks.tsx';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { showToast } from '../../../ui/toast-queue.ts';
import { isNegative } from '../parts/amounts.ts';
import type { LedgerFacts } from '../parts/facts.ts';

/** From where to where a transfer goes, and the way to take it apart. */
export function TransferCard({
  row,
  facts,
  mayEdit,
}: {
  row: Transaction;
  facts: LedgerFacts;
  mayEdit: boolean;
}) {
  const { i18n } = useLingui();
  const { sync } = useOffline();
  const here = facts.accounts.get(row.account_id)?.name ?? i18n._('An account');
  const there = facts.accounts.get(row.transfer_account_id ?? '')?.name ?? i18n._('Another account');
  const [from, to] = isNegative(row.amount) ? [here, there] : [there, here];
  const unlink = useMutation({
    mutationFn: () => got(api.POST('/transactions/unlink-transfer/', { body: { id: row.id } })),
    onSuccess: () => {
      sync.poke();
      showToast({ title: i18n._('Two entries again') });
    },
    onError: (error) => showToast({ title: sayProblem(error), tone: 'over' }),
  });
  return (
    <section className="rounded-cell border border-line bg-sky-soft p-4">
      <h3 className="sr-only">{i18n._('Transfer')}</h3>
      <p className="flex items-center gap-2.5 font-semibold">
        <span className="truncate">{from}</span>
        <ArrowRight aria-label={i18n._('to')} size={17} className="shrink-0 text-sky" />
        <span className="truncate">{to}</span>
      </p>
      <p className="mt-1 text-sm text-ink-2">{i18n._('Counts neither as spending nor as income.')}</p>
      {mayEdit && row.transfer_id && (
        <SignalButton
          size="small"
          icon={Unlink}
          className="mt-3"
          busy={unlink.isPending}
          onClick={() => unlink.mutate()}
        >
          {i18n._('Take apart')}
        </SignalButton>
      )}
    </section>
  );
}
