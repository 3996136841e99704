import type { Organisation, OrganisationHousehold } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Money } from '../../../ui/money.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { useOrganisationChange } from './use-organisation-change.ts';

type HomeProps = { organisation: Organisation; home: OrganisationHousehold };

/** A household with what it shares, and a way to let it go. */
export function HomeLine({ organisation, home }: HomeProps) {
  const { i18n } = useLingui();
  const [asking, setAsking] = useState(false);
  const { totals, categories, name } = home;
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-semibold break-words">{name}</p>
          {totals === null ? (
            <p className="text-sm text-ink-3">{i18n._('Shares nothing')}</p>
          ) : (
            <Totals totals={totals} />
          )}
        </div>
        <SignalButton
          size="small"
          aria-label={i18n._('Remove {name}', { name })}
          onClick={() => setAsking(true)}
        >
          {i18n._('Remove')}
        </SignalButton>
      </div>
      {totals && categories && categories.length > 0 && (
        <ul className="mt-2 space-y-0.5 text-sm text-ink-3">
          {categories.map((one) => (
            <li key={one.name} className="flex justify-between gap-3">
              <span className="min-w-0 break-words">
                {one.name === '' ? i18n._('Without a category') : one.name}
              </span>
              <Money amount={one.expense === '0.00' ? one.income : one.expense} currency={totals.currency} />
            </li>
          ))}
        </ul>
      )}
      <RemoveHome {...{ organisation, home }} open={asking} onEnd={() => setAsking(false)} />
    </li>
  );
}

function Totals({ totals }: { totals: NonNullable<OrganisationHousehold['totals']> }) {
  const { i18n } = useLingui();
  const { currency } = totals;
  return (
    <p className="flex flex-wrap gap-x-4 text-sm text-ink-2">
      <span>{i18n._('{count, plural, one {# member} other {# members}}', { count: totals.members })}</span>
      <span>
        {i18n._('Net worth')} <Money amount={totals.net_worth} currency={currency} />
      </span>
      <span>
        {i18n._('In')} <Money amount={totals.income} currency={currency} />
      </span>
      <span>
        {i18n._('Out')} <Money amount={totals.expense} currency={currency} />
      </span>
    </p>
  );
}

function RemoveHome({ organisation, home, open, onEnd }: HomeProps & { open: boolean; onEnd: () => void }) {
  const { i18n } = useLingui();
  const { name } = home;
  const remove = useOrganisationChange(() => {
    const path = { id: organisation.id, household_id: home.id };
    return got(api.DELETE('/organisations/{id}/households/{household_id}/', { params: { path } }));
  });
  return (
    <ConfirmDialog
      open={open}
      danger
      busy={remove.isPending}
      title={i18n._('Remove {name} from {organisation}?', { name, organisation: organisation.name })}
      confirm={i18n._('Remove')}
      cancel={i18n._('Keep')}
      onConfirm={() =>
        remove.mutate(undefined, {
          onSuccess: () => {
            showToast({ title: i18n._('{name} no longer belongs to it', { name }) });
            onEnd();
          },
        })
      }
      onCancel={onEnd}
    >
      {remove.isError
        ? sayProblem(remove.error)
        : i18n._(
            'From this moment on the organisation sees nothing of the household. The household itself loses nothing, and comes back only by a new invitation that its admin accepts.',
          )}
    </ConfirmDialog>
  );
}
