import type { Account, ImportStatement } from '@kinwise/api-client/schema';
import { formatMoney } from '@kinwise/core/format';
import { i18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { CircleCheck, Landmark, TriangleAlert } from 'lucide-react';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { Select } from '../../../ui/select.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { type Figure, Figures, useFigures } from './figures.tsx';

export const NEW = 'new';
export const SKIP = 'skip';

type LineProps = {
  statement: ImportStatement;
  /** The file holds others too, so that the sums above say nothing of this one. */
  isOneOfMany: boolean;
  accounts: readonly Account[];
  busy: boolean;
  /** The account is going to end where the statement does. */
  adjusts: boolean;
  onChoose: (choice: string) => void;
};

/** One statement: whose it is, what it holds, where it goes, and what to look at before. */
export function StatementLine(line: LineProps) {
  const { statement, isOneOfMany } = line;
  const { account_hint: hint } = statement;
  const facts = [
    isOneOfMany ? i18n._('Statement {number}', { number: statement.index + 1 }) : null,
    statement.file_name,
    hint.name ? hint.number_masked : null,
    kindName(hint.kind),
    statement.currency,
    isOneOfMany ? null : rowCount(statement),
  ];
  const figures = useStatementFigures(statement, isOneOfMany);
  const held = figures.length > 0 && (
    <Figures label={i18n._('What {name} holds', { name: titleOf(statement) })} figures={figures} />
  );
  return (
    <li className="space-y-3 py-4 first:pt-1 last:pb-1">
      <div className="grid gap-x-5 gap-y-3 md:grid-cols-[minmax(0,1fr)_minmax(16rem,22rem)]">
        <div className="flex min-w-0 items-start gap-3 md:pt-1">
          <IconTile icon={Landmark} tone={statement.skip ? 'plain' : 'sky'} />
          <div className="min-w-0 flex-1">
            <p className="truncate font-semibold">{titleOf(statement)}</p>
            <p className="text-sm text-ink-3">{facts.filter(Boolean).join(' · ')}</p>
            {!isOneOfMany && <div className="mt-3">{held}</div>}
          </div>
        </div>
        <AccountChoice {...line} />
      </div>
      {isOneOfMany && <div className="rounded-cell bg-sunk px-4 py-3">{held}</div>}
      <Doubts statement={statement} adjusts={line.adjusts} />
    </li>
  );
}

/** How a statement is called: by its account's name or number, else by its place in the file. */
export function titleOf({ account_hint: hint, index }: ImportStatement): string {
  return hint.name ?? hint.number_masked ?? i18n._('Account {number}', { number: index + 1 });
}

function useStatementFigures(statement: ImportStatement, isOneOfMany: boolean): Figure[] {
  const { i18n } = useLingui();
  const figures = useFigures();
  const { opening_balance: opening, closing_balance: closing, currency } = statement;
  const balance = (name: string, amount: string | null, on: ImportStatement['closing_on']): Figure[] =>
    amount === null || currency === null ? [] : [figures.balance(name, amount, { currency, on })];
  return [
    ...(isOneOfMany
      ? [
          figures.count(i18n._('Rows'), statement.counts.total),
          ...figures.money(statement),
          figures.days(statement),
        ]
      : []),
    ...balance(i18n._('Opening balance'), opening, null),
    ...balance(i18n._('Closing balance'), closing, statement.closing_on),
  ];
}

function AccountChoice({ statement, accounts, busy, onChoose }: LineProps) {
  const { i18n } = useLingui();
  const { currency, account_id: id, proposed_account_id: proposed, account_hint: hint } = statement;
  const fitting = hint.currency_assumed
    ? accounts
    : accounts.filter((account) => account.currency === (currency ?? account.currency));
  const chosen = statement.skip ? SKIP : (id ?? undefined);
  const [isOwn, setOwn] = useState(false);
  const choices = [
    ...fitting.map((account) => {
      const note = [account.number_masked, account.currency === currency ? null : account.currency];
      return { value: account.id, label: account.name, note: note.filter(Boolean).join(' · ') };
    }),
    { value: NEW, label: i18n._('A new account …') },
    { value: SKIP, label: i18n._('Leave it out') },
  ];
  return (
    <Select
      label={i18n._('Goes to')}
      choices={choices}
      value={chosen}
      placeholder={i18n._('Choose an account')}
      disabled={busy}
      onChange={(value) => {
        setOwn(true);
        onChoose(value);
      }}
      hint={
        chosen === undefined ? (
          <span className="font-medium text-close-text">
            {i18n._('Say where these entries belong, or leave them out.')}
          </span>
        ) : (
          !isOwn &&
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

/** What does not fit: another currency, a closed account, a balance that the rows do not lead to. */
function Doubts({ statement, adjusts }: { statement: ImportStatement; adjusts: boolean }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { currency, balance_check: check, warnings, skip } = statement;
  const money = (amount: string) => (currency === null ? amount : formatMoney({ amount, currency }, locale));
  const differs = check !== null && /[1-9]/.test(check.difference) && !adjusts && !skip;
  const doubts = [
    ...warnings.map(({ message }) => message),
    ...(differs
      ? [
          i18n._(
            'With these rows your account ends that day at {balance}. The bank’s balance is another by {difference}.',
            { balance: money(check.balance_after_commit), difference: money(check.difference) },
          ),
        ]
      : []),
  ];
  if (doubts.length === 0) return null;
  return (
    <ul className="space-y-1.5">
      {doubts.map((doubt) => (
        <li key={doubt} className="flex gap-2.5 text-sm text-ink-2">
          <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-close-text" />
          {doubt}
        </li>
      ))}
    </ul>
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
