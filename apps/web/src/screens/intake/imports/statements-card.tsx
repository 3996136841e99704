import type { Account, Import, ImportStatement } from '@kinwise/api-client/schema';
import { formatMoney } from '@kinwise/core/format';
import { i18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { CircleCheck, Landmark } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useRows } from '../../../offline/hooks.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { Select } from '../../../ui/select.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { NewAccountDialog } from './new-account-dialog.tsx';
import type { ImportActions } from './use-import.ts';

const NEW = 'new';
const SKIP = 'skip';

/** Where each statement of the file goes. The account that bears its number is proposed. */
export function StatementsCard({
  one,
  actions,
  adjust,
}: {
  one: Import;
  actions: ImportActions;
  /** The choice about opening balances, where the file says how the account ends. */
  adjust: ReactNode;
}) {
  const { i18n } = useLingui();
  const accounts = (useRows('account') ?? [])
    .map(({ row }) => row)
    .filter(({ status }) => status !== 'closed');
  const [making, setMaking] = useState<ImportStatement>();
  const choose = (index: number, choice: { account_id?: string | null; skip?: boolean }) =>
    actions.change.mutateAsync({ statements: [{ index, ...choice }] });
  return (
    <Card>
      <CardHeader
        title={i18n._('{count, plural, one {Where it goes} other {Where the # statements go}}', {
          count: one.statements.length,
        })}
      />
      {actions.change.isError && (
        <div className="mb-3">
          <ProblemNote title={i18n._('That was not changed')}>{sayProblem(actions.change.error)}</ProblemNote>
        </div>
      )}
      <ul className="divide-y divide-line">
        {one.statements.map((statement) => (
          <StatementLine
            key={statement.index}
            statement={statement}
            accounts={accounts}
            busy={actions.change.isPending}
            onChoose={(choice) => {
              if (choice === NEW) setMaking(statement);
              else if (choice === SKIP) void choose(statement.index, { skip: true });
              else void choose(statement.index, { account_id: choice, skip: false });
            }}
          />
        ))}
      </ul>
      {adjust}
      {making && (
        <NewAccountDialog
          statement={making}
          bank={one.bank}
          onClose={() => setMaking(undefined)}
          onMade={async (account) => {
            await choose(making.index, { account_id: account.id, skip: false });
            setMaking(undefined);
          }}
        />
      )}
    </Card>
  );
}

type LineProps = {
  statement: ImportStatement;
  accounts: readonly Account[];
  busy: boolean;
  onChoose: (choice: string) => void;
};

function StatementLine(line: LineProps) {
  const { statement } = line;
  const { account_hint: hint } = statement;
  const title =
    hint.name ?? hint.number_masked ?? i18n._('Account {number}', { number: statement.index + 1 });
  const facts = [
    hint.name ? hint.number_masked : null,
    kindName(hint.kind),
    statement.currency,
    rowCount(statement),
  ];
  return (
    <li className="grid gap-x-5 gap-y-3 py-4 first:pt-1 last:pb-1 md:grid-cols-[minmax(0,1fr)_minmax(16rem,22rem)] md:items-center">
      <div className="flex min-w-0 items-start gap-3">
        <IconTile icon={Landmark} tone="sky" />
        <div className="min-w-0">
          <p className="truncate font-semibold">{title}</p>
          <p className="text-sm text-ink-3">{facts.filter(Boolean).join(' · ')}</p>
          <Balances statement={statement} />
        </div>
      </div>
      <AccountChoice {...line} />
    </li>
  );
}

function AccountChoice({ statement, accounts, busy, onChoose }: LineProps) {
  const { i18n } = useLingui();
  const { currency, account_id: id, proposed_account_id: proposed } = statement;
  const fitting = accounts.filter((account) => account.currency === (currency ?? account.currency));
  const chosen = statement.skip ? SKIP : (id ?? undefined);
  const choices = [
    ...fitting.map((account) => ({
      value: account.id,
      label: account.name,
      ...(account.number_masked && { note: account.number_masked }),
    })),
    { value: NEW, label: i18n._('A new account …') },
    { value: SKIP, label: i18n._('Leave it out') },
  ];
  const asked = i18n._('Say where these entries belong, or leave them out.');
  return (
    <Select
      label={i18n._('Goes to')}
      choices={choices}
      value={chosen}
      placeholder={i18n._('Choose an account')}
      disabled={busy}
      onChange={onChoose}
      hint={
        chosen === undefined ? (
          <span className="font-medium text-close-text">{asked}</span>
        ) : (
          proposed !== null &&
          id === proposed && (
            <span className="inline-flex items-center gap-1 text-good-text">
              <CircleCheck aria-hidden size={14} />
              {i18n._('Proposed for you. Change it if it is wrong.')}
            </span>
          )
        )
      }
    />
  );
}

function Balances({ statement }: { statement: ImportStatement }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { opening_balance: opening, closing_balance: closing, currency } = statement;
  if (currency === null || (opening === null && closing === null)) return null;
  const money = (amount: string | null) =>
    amount === null ? '?' : formatMoney({ amount, currency }, locale);
  return (
    <p className="kw-tnum mt-1 text-sm text-ink-2">
      {opening === null
        ? i18n._('Balance at the end: {closing}', { closing: money(closing) })
        : i18n._('Balance: {opening} at the start, {closing} at the end', {
            opening: money(opening),
            closing: money(closing),
          })}
    </p>
  );
}

function rowCount({ counts }: ImportStatement): string {
  return i18n._('{count, plural, one {# row} other {# rows}}', { count: counts.total });
}

function kindName(kind: string | null): string | null {
  const names: Readonly<Record<string, string>> = {
    everyday: i18n._('Everyday account'),
    savings: i18n._('Savings'),
    credit: i18n._('Credit card'),
    loan: i18n._('Loan'),
    investment: i18n._('Investment'),
    cash: i18n._('Cash'),
    shared: i18n._('Shared costs'),
  };
  return kind === null ? null : (names[kind] ?? kind);
}
