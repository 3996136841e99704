import { formatDay, formatMoney } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import {
  Archive,
  ArchiveRestore,
  EllipsisVertical,
  Lock,
  Pencil,
  ReceiptText,
  Scale,
  SearchX,
  Users,
} from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTransactions } from '../../../offline/use-transactions.ts';
import { useHousehold } from '../../../shell/household.ts';
import { useSomeone } from '../../../shell/session.ts';
import { Page } from '../../../shell/page.tsx';
import { Button, buttonClass, IconButton } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { HeroMoney } from '../../../ui/money.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { EmptyState, SkeletonRows } from '../../../ui/states.tsx';
import { EntrySheet } from '../entry/entry-sheet.tsx';
import { type LedgerFacts, useLedgerFacts } from '../parts/facts.ts';
import { type AccountNow, useAccountsNow } from '../parts/use-balances.ts';
import { EntryList } from '../transactions/entry-list.tsx';
import { kindName } from './kinds.ts';
import { creditLeft } from './sums.ts';
import { useAccountState } from './use-account-state.ts';
import { type Span, useBalanceHistory } from './use-worth.ts';
import { SpanSegments, WorthChart } from './worth-chart.tsx';

const AccountSheet = lazy(() =>
  import('./account-sheet.tsx').then((module) => ({ default: module.AccountSheet })),
);
const ReconcileDialog = lazy(() =>
  import('./reconcile-dialog.tsx').then((module) => ({ default: module.ReconcileDialog })),
);

const route = getRouteApi('/app/accounts/$id');

/** One account: what is in it, how that came, its entries. */
export function AccountScreen() {
  const { i18n } = useLingui();
  const { id } = route.useParams();
  const accounts = useAccountsNow();
  const account = accounts?.find((one) => one.id === id);
  if (account) return <Shown key={id} account={account} />;
  return (
    <Page title={i18n._('Account')}>
      {accounts === undefined ? (
        <SkeletonRows rows={6} />
      ) : (
        <EmptyState
          icon={SearchX}
          title={i18n._('This account is not here')}
          action={
            <Link to={'/accounts' as string} className={buttonClass('primary')}>
              {i18n._('All accounts')}
            </Link>
          }
        >
          {i18n._('It may have been deleted, or it is not meant for you.')}
        </EmptyState>
      )}
    </Page>
  );
}

function Shown({ account }: { account: AccountNow }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { entry } = route.useSearch();
  const navigate = route.useNavigate();
  const facts = useLedgerFacts();
  const [span, setSpan] = useState<Span>('1y');
  const history = useBalanceHistory(account.id, span);
  const open = useCallback(
    (id: string | undefined) =>
      void navigate({ search: id === undefined ? {} : { entry: id }, replace: true, resetScroll: false }),
    [navigate],
  );
  return (
    <Page
      title={account.name}
      note={[kindName(account.kind), account.institution, account.number_masked].filter(Boolean).join(' · ')}
      actions={<Actions account={account} />}
    >
      <div className="space-y-4">
        <Card>
          <div className="flex flex-wrap items-start justify-between gap-3">
            <div className="space-y-2">
              <HeroMoney amount={account.balance} currency={account.currency} />
              <Facts account={account} />
            </div>
            <SpanSegments span={span} onChange={setSpan} />
          </div>
          <WorthChart
            name={account.name}
            points={history.data}
            missing={history.isError && !history.data}
            currency={account.currency}
            height={180}
          />
          {account.last_reconciled_on && (
            <p className="mt-2 text-sm text-ink-3">
              {i18n._('Agreed with the bank on {day}', {
                day: formatDay(account.last_reconciled_on, 'date', locale),
              })}
            </p>
          )}
        </Card>
        <Entries account={account} facts={facts} onOpen={open} />
      </div>
      <EntrySheet id={entry} facts={facts} onClose={() => open(undefined)} />
    </Page>
  );
}

function Facts({ account }: { account: AccountNow }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const money = (amount: string) => formatMoney({ amount, currency: account.currency }, locale);
  const left = creditLeft(account);
  return (
    <div className="flex flex-wrap gap-2">
      {/[1-9]/.test(account.pending) && (
        <Pill tone="sky">{i18n._('{amount} pending', { amount: money(account.pending) })}</Pill>
      )}
      {left !== undefined && <Pill>{i18n._('{amount} left to use', { amount: money(left) })}</Pill>}
      {account.visibility === 'private' && (
        <Pill tone="plum" icon={Lock}>
          {i18n._('Only you see it')}
        </Pill>
      )}
      {account.include_in_totals === false && <Pill>{i18n._('Not in totals')}</Pill>}
      {account.status === 'closed' && <Pill icon={Archive}>{i18n._('Closed')}</Pill>}
    </div>
  );
}

function Actions({ account }: { account: AccountNow }) {
  const { i18n } = useLingui();
  const { may } = useHousehold();
  const [shown, setShown] = useState<'edit' | 'reconcile'>();
  const state = useAccountState(account);
  const { me } = useSomeone();
  const close = () => setShown(undefined);
  if (!may('accounts.manage')) return null;
  const closed = account.status === 'closed';
  const isPrivate = account.visibility === 'private';
  return (
    <>
      <Button icon={Scale} onClick={() => setShown('reconcile')}>
        {i18n._('Compare with the bank')}
      </Button>
      <MenuButton
        trigger={<IconButton icon={EllipsisVertical} label={i18n._('More actions')} kind="secondary" />}
        entries={[
          { label: i18n._('Change'), icon: Pencil, onSelect: () => setShown('edit') },
          closed
            ? { label: i18n._('Open again'), icon: ArchiveRestore, onSelect: () => void state.reopen() }
            : { label: i18n._('Close the account'), icon: Archive, onSelect: () => void state.close() },
          // Whose it is decides who sees it, and nobody else.
          ...(account.owner_user_id !== me.id
            ? []
            : isPrivate
              ? [{ label: i18n._('Show it to everybody'), icon: Users, onSelect: () => void state.share() }]
              : [{ label: i18n._('Only I see it'), icon: Lock, onSelect: () => void state.hide() }]),
        ]}
      />
      <Suspense>
        {shown === 'edit' && <AccountSheet account={account} onClose={close} />}
        {shown === 'reconcile' && <ReconcileDialog account={account} onClose={close} />}
      </Suspense>
    </>
  );
}

function Entries({
  account,
  facts,
  onOpen,
}: {
  account: AccountNow;
  facts: LedgerFacts;
  onOpen: (id: string) => void;
}) {
  const { i18n } = useLingui();
  const list = useTransactions(account.id);
  const { count } = list;
  return (
    <Card flush className="overflow-hidden">
      <CardHeader
        title={i18n._('Entries')}
        className="px-4 pt-4"
        aside={
          <Link
            to={'/transactions' as string}
            search={{ account_id: account.id } as never}
            className="-my-3.5 inline-flex min-h-11 items-center font-semibold text-brand-text hover:underline"
          >
            {i18n._('Search and filter')}
          </Link>
        }
      />
      {count === undefined && <SkeletonRows />}
      {count === 0 && (
        <EmptyState icon={ReceiptText} title={i18n._('No entries yet')}>
          {i18n._('What goes in and out of this account stands here.')}
        </EmptyState>
      )}
      {count !== undefined && count > 0 && (
        <EntryList
          list={{ ...list, count }}
          facts={facts}
          withoutAccount
          onOpen={onOpen}
          label={i18n._('Entries, newest first')}
        />
      )}
    </Card>
  );
}
