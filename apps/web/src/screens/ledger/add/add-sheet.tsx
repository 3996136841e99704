import type { Day } from '@kinwise/core/days';
import { formatMoney, readTypedAmount } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useMemo, useState } from 'react';
import type { Account, Category } from '../../../api/types.ts';
import { useRows, useWrite } from '../../../offline/hooks.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { AmountPad } from '../../../ui/amount-pad.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { showToast } from '../../../ui/toast-queue.ts';

type Kind = 'expense' | 'income';

/** Enters money in three presses: amount, payee (which guesses the category), save. */
export function AddSheet({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const accounts = useOpenAccounts();
  if (accounts?.length === 0) {
    return (
      <Sheet open onClose={onClose} title={i18n._('Add')}>
        <EmptyState title={i18n._('First an account')}>
          {i18n._('Money lies somewhere: make an account, or bring in a file from your bank, and come back.')}
        </EmptyState>
      </Sheet>
    );
  }
  return accounts ? <Entry accounts={accounts} onClose={onClose} /> : null;
}

function Entry({ accounts, onClose }: { accounts: readonly Account[]; onClose: () => void }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { today } = useHousehold();
  const write = useWrite();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<Kind>('expense');
  const [payee, setPayee] = useState<string>();
  const [category, setCategory] = useState<string>();
  const [account, setAccount] = useState(accounts[0]?.id);
  const [day, setDay] = useState<string>(today);
  const currency = accounts.find((one) => one.id === account)?.currency ?? 'NZD';
  const wire = readTypedAmount(typed, currency);
  const ready = wire !== undefined && /[1-9]/.test(wire) && account !== undefined && day !== '';
  const merchants = useRows('merchant') ?? [];
  const payees = merchants.map((merchant) => ({ value: merchant.row.name, label: merchant.row.name }));
  const known =
    payee !== undefined && !payees.some((one) => one.value === payee)
      ? [{ value: payee, label: payee }, ...payees]
      : payees;

  function choosePayee(name: string | undefined) {
    setPayee(name);
    const usual = merchants.find((merchant) => merchant.row.name === name)?.row.default_category_id;
    if (usual) setCategory(usual);
  }

  async function save() {
    if (!ready) return;
    const amount = kind === 'expense' ? `-${wire}` : wire;
    const id = await write.create('transaction', {
      ...BARE,
      account_id: account,
      occurred_on: day as Day,
      amount,
      currency,
      type: kind,
      payee: payee ?? null,
      category_id: category ?? null,
    });
    onClose();
    showToast({
      title: i18n._('{amount} added', { amount: formatMoney({ amount, currency }, locale) }),
      action: { label: i18n._('Undo'), onPress: () => void write.remove('transaction', id) },
    });
  }

  return (
    <Sheet
      open
      onClose={onClose}
      title={i18n._('Add')}
      actions={
        <Button kind="primary" size="large" disabled={!ready} className="w-full" onClick={() => void save()}>
          {i18n._('Save')}
        </Button>
      }
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Segments
          label={i18n._('Kind')}
          choices={[
            { name: 'expense', label: i18n._('Spent') },
            { name: 'income', label: i18n._('Received') },
          ]}
          value={kind}
          onChange={setKind}
          className="flex w-full"
        />
        <AmountPad currency={currency} typed={typed} onChange={setTyped} label={i18n._('Amount')} />
        <Combobox
          label={kind === 'expense' ? i18n._('Paid to') : i18n._('Received from')}
          choices={known}
          value={payee}
          onChange={choosePayee}
          onCreate={choosePayee}
          createLabel={(name) => i18n._('Use “{name}”', { name })}
        />
        <CategoryChips kind={kind} value={category} onChange={setCategory} />
        <div className="grid grid-cols-2 gap-3">
          <Select
            label={i18n._('Account')}
            choices={accounts.map((one) => ({ value: one.id, label: one.name }))}
            value={account}
            onChange={setAccount}
          />
          <TextField
            label={i18n._('Day')}
            type="date"
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </div>
      </form>
    </Sheet>
  );
}

/** What a new entry says of itself until the server answers. */
const BARE = { status: 'completed', source: 'manual', tags: [], splits: [], needs_review: false } as const;

function CategoryChips({
  kind,
  value,
  onChange,
}: {
  kind: Kind;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}) {
  const { i18n } = useLingui();
  const [all, setAll] = useState(false);
  const fitting = useCategories(kind);
  const first = fitting.slice(0, 8);
  const chosen = fitting.find((category) => category.id === value);
  const shown = all ? fitting : chosen && !first.includes(chosen) ? [chosen, ...first] : first;
  return (
    <fieldset>
      <legend className="text-sm font-semibold text-ink-2">{i18n._('Category')}</legend>
      <div className="mt-1.5 flex flex-wrap gap-2">
        {shown.map((category) => (
          <Chip
            key={category.id}
            chosen={category.id === value}
            onClick={() => onChange(category.id === value ? undefined : category.id)}
          >
            {category.name}
          </Chip>
        ))}
        {!all && fitting.length > first.length && (
          <Button kind="quiet" size="small" onClick={() => setAll(true)}>
            {i18n._('All')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function useCategories(kind: Kind): readonly Category[] {
  const rows = useRows('category');
  return useMemo(() => {
    const fitting = (rows ?? [])
      .map((row) => row.row)
      .filter((one) => !one.is_archived && (one.kind === kind || one.kind === 'both'));
    return fitting.sort(
      (left, right) =>
        (right.transactions_count ?? 0) - (left.transactions_count ?? 0) || left.order - right.order,
    );
  }, [rows, kind]);
}

function useOpenAccounts(): readonly Account[] | undefined {
  const rows = useRows('account');
  return useMemo(() => {
    const open = rows?.map((row) => row.row).filter((account) => account.status !== 'closed');
    return open?.sort((left, right) => left.order - right.order);
  }, [rows]);
}
