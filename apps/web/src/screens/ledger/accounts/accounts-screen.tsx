import { formatMoney } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ChevronDown, Landmark, Lock, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { AccountNow } from '../parts/use-balances.ts';
import { useFirstLoad } from '../../../offline/hooks.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { Page } from '../../../shell/page.tsx';
import { WaitingMark } from '../../../shell/sync-indicator.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { cx } from '../../../ui/cx.ts';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { HeroMoney, Money } from '../../../ui/money.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { EmptyState, SkeletonRows } from '../../../ui/states.tsx';
import { wireOf } from '../parts/amounts.ts';
import { useToHousehold } from '../parts/household-money.ts';
import { useAccountsNow } from '../parts/use-balances.ts';
import { type AccountGroup, GROUPS, groupName, KIND_ICONS, kindName } from './kinds.ts';
import { counted, creditLeft, sumOf } from './sums.ts';
import { type Span, useWorth } from './use-worth.ts';
import { SpanSegments, WithoutPrivate, WorthChart } from './worth-chart.tsx';

const AccountSheet = lazy(() =>
  import('./account-sheet.tsx').then((module) => ({ default: module.AccountSheet })),
);

const route = getRouteApi('/app/accounts');

/** What we have and owe, by kind, and how it has grown. */
export function AccountsScreen() {
  const { i18n } = useLingui();
  const { may } = useHousehold();
  const { add } = route.useSearch();
  const navigate = route.useNavigate();
  const accounts = useAccountsNow();
  const loading = useFirstLoad();
  const setAdding = (wanted: boolean) =>
    void navigate({ search: wanted ? { add: true } : {}, replace: true, resetScroll: false });
  const empty = accounts?.length === 0;
  return (
    <Page
      title={i18n._('Accounts')}
      actions={
        may('accounts.manage') &&
        !empty && (
          <Button icon={Plus} onClick={() => setAdding(true)}>
            {i18n._('Add an account')}
          </Button>
        )
      }
    >
      {accounts === undefined || (empty && loading) ? (
        <SkeletonRows rows={6} />
      ) : empty ? (
        <NoAccounts onAdd={() => setAdding(true)} />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <WorthCard accounts={accounts} />
          <div className="space-y-4">
            {GROUPS.map(({ name, kinds }) => (
              <Group
                key={name}
                name={name}
                accounts={accounts.filter((one) => isOpen(one) && kinds.includes(one.kind))}
              />
            ))}
            <Closed accounts={accounts.filter((one) => !isOpen(one))} />
          </div>
        </div>
      )}
      {add && (
        <Suspense>
          <AccountSheet onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Page>
  );
}

function WorthCard({ accounts }: { accounts: readonly AccountNow[] }) {
  const { i18n } = useLingui();
  const { currency } = useHousehold();
  const toHousehold = useToHousehold();
  const [span, setSpan] = useState<Span>('1y');
  const worth = useWorth(span);
  const sum = sumOf(counted(accounts), toHousehold);
  return (
    <Card className="xl:sticky xl:top-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 className="font-sans text-sm font-semibold tracking-normal text-ink-2">
            {i18n._('Net worth')}
          </h2>
          <HeroMoney amount={wireOf(sum.minor, currency)} currency={currency} size="large" />
        </div>
        <SpanSegments span={span} onChange={setSpan} />
      </div>
      {sum.without.length > 0 && (
        <p className="mt-1 text-sm text-ink-3">
          {i18n._('Without {names}: there is no exchange rate yet.', {
            names: sum.without.map((account) => account.name).join(', '),
          })}
        </p>
      )}
      <WorthChart
        name={i18n._('Net worth')}
        points={worth.data}
        missing={worth.isError && !worth.data}
        currency={currency}
        height={230}
      />
      <WithoutPrivate />
    </Card>
  );
}

function Group({ name, accounts }: { name: AccountGroup; accounts: readonly AccountNow[] }) {
  const { currency } = useHousehold();
  const toHousehold = useToHousehold();
  if (accounts.length === 0) return null;
  const sum = sumOf(accounts, toHousehold);
  return (
    <Card flush className="overflow-hidden">
      <header className="flex items-baseline justify-between gap-3 px-5 pt-4 pb-1">
        <h2 className="text-base">{groupName(name)}</h2>
        <Money amount={wireOf(sum.minor, currency)} currency={currency} className="font-semibold" />
      </header>
      <ul className="pb-2">
        {accounts.map((account) => (
          <li key={account.id}>
            <AccountRow account={account} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function AccountRow({ account }: { account: AccountNow }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const left = creditLeft(account);
  const details =
    [account.institution, account.number_masked].filter(Boolean).join(' · ') || kindName(account.kind);
  return (
    <Link
      to={'/accounts/$id' as string}
      params={{ id: account.id } as never}
      className="flex min-h-14 items-center gap-3 px-5 py-2 outline-offset-[-2px] transition-colors hover:bg-sunk/60"
    >
      <IconTile icon={KIND_ICONS[account.kind]} />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5">
          <span className="truncate font-medium">{account.name}</span>
          {account.visibility === 'private' && (
            <Lock aria-label={i18n._('Private')} size={13} className="shrink-0 text-plum" />
          )}
        </span>
        <span className="flex items-center gap-2 truncate text-sm text-ink-3">
          <span className="truncate">{details}</span>
          {account.waiting && <WaitingMark />}
        </span>
      </span>
      <span className="shrink-0 text-right">
        <Money amount={account.balance} currency={account.currency} className="block font-medium" />
        {left !== undefined && (
          <span className="kw-tnum block text-sm text-ink-3">
            {i18n._('{amount} left to use', {
              amount: formatMoney({ amount: left, currency: account.currency }, locale),
            })}
          </span>
        )}
        {account.include_in_totals === false && (
          <span className="block text-sm text-ink-3">{i18n._('Not in totals')}</span>
        )}
      </span>
    </Link>
  );
}

function Closed({ accounts }: { accounts: readonly AccountNow[] }) {
  const { i18n } = useLingui();
  const [shown, setShown] = useState(false);
  if (accounts.length === 0) return null;
  return (
    <section>
      <Button kind="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {i18n._('{count, plural, one {# closed account} other {# closed accounts}}', {
          count: accounts.length,
        })}
        <ChevronDown aria-hidden size={16} className={cx('transition-transform', shown && 'rotate-180')} />
      </Button>
      {shown && (
        <Card flush className="mt-2 overflow-hidden py-2 opacity-80">
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} />
          ))}
        </Card>
      )}
    </section>
  );
}

function NoAccounts({ onAdd }: { onAdd: () => void }) {
  const { i18n } = useLingui();
  const { may } = useHousehold();
  return (
    <EmptyState
      icon={Landmark}
      title={i18n._('No accounts yet')}
      action={
        may('accounts.manage') && (
          <Button kind="primary" icon={Plus} onClick={onAdd}>
            {i18n._('Add an account')}
          </Button>
        )
      }
      example={
        <div className="flex items-center justify-between gap-3">
          <span className="font-medium">{i18n._('Everyday')}</span>
          <span className="kw-tnum">$1,250.00</span>
        </div>
      }
    >
      {i18n._('An account is a place where money lies or is owed: at a bank, in a wallet, on a card.')}
    </EmptyState>
  );
}

function isOpen(account: AccountNow): boolean {
  return account.status !== 'closed';
}
