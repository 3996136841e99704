import type { Account, Transaction } from '@kinwise/api-client/schema';
import type { Day } from '@kinwise/core/days';
import { formatMoney } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { useWrite } from '../../../offline/hooks.tsx';
import { recall, remember } from '../../../shell/device.ts';
import { useHousehold } from '../../../shell/household.ts';
import { useSomeone } from '../../../shell/session.ts';
import { AmountPad } from '../../../ui/amount-pad.tsx';
import { Button } from '../../../ui/button.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useIsWide } from '../../../ui/use-is-wide.ts';
import { useOnce } from '../../../ui/use-once.ts';
import { showToast } from '../../../ui/toast-queue.ts';
import type { LedgerFacts } from '../parts/facts.ts';
import { sayAmountFault } from './amount-fault.ts';
import { AddDetails } from './add-details.tsx';
import { CategoryChips } from './category-chips.tsx';
import { type AddKind, amountOf, bodyOf, type Draft, turned } from './draft.ts';
import { PayeeField } from './payee-field.tsx';
import type { KnownPayee } from './payee-guess.ts';
import { TransferFields } from './transfer-fields.tsx';

type AddFormProps = { facts: LedgerFacts; accounts: readonly Account[]; onClose: () => void };

/** The sheet itself. The amount comes first; what a payee usually brings is filled in until somebody says otherwise. */
export function AddForm({ facts, accounts, onClose }: AddFormProps) {
  const { i18n } = useLingui();
  const [draft, setDraft] = useDraft(accounts);
  const save = useSave(draft, facts, onClose);
  const wide = useIsWide();
  const currency = facts.accounts.get(draft.account)?.currency ?? 'NZD';
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });

  function choosePayee(payee: KnownPayee) {
    const category = facts.categories.get(payee.category_id ?? '');
    const account = accounts.find((one) => one.id === payee.account_id);
    set({
      payee: payee.name,
      ...(category && !category.is_archived && { category: category.id }),
      ...(account && account.currency === currency && { account: account.id }),
    });
  }

  return (
    <Sheet
      open
      onClose={onClose}
      title={i18n._('Add')}
      actions={
        <Button kind="primary" size="large" disabled={!save} className="w-full" onClick={() => void save?.()}>
          {i18n._('Save')}
        </Button>
      }
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save?.();
        }}
      >
        <KindSegments
          kind={draft.kind}
          several={accounts.length > 1}
          onChange={(kind) => setDraft(turned(draft, kind, facts.categories))}
        />
        <AmountPad
          autoFocus={wide}
          currency={currency}
          typed={draft.typed}
          onChange={(typed) => set({ typed })}
          label={i18n._('Amount')}
          error={sayAmountFault(draft.typed, currency)}
        />
        {draft.kind === 'transfer' ? (
          <TransferFields draft={draft} facts={facts} accounts={accounts} onChange={set} />
        ) : (
          <>
            <PayeeField
              kind={draft.kind}
              amount={amountOf(draft, currency)}
              value={draft.payee}
              onChoose={choosePayee}
              onName={(payee) => set({ payee })}
            />
            {draft.parts.length === 0 && (
              <CategoryChips
                kind={draft.kind}
                facts={facts}
                value={draft.category}
                onChange={(category) => set({ category })}
              />
            )}
          </>
        )}
        <AddDetails draft={draft} facts={facts} accounts={accounts} onChange={set} />
        {/* Enter in any field saves; the button that is seen stands outside of the form. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Sheet>
  );
}

function KindSegments({
  kind,
  several,
  onChange,
}: {
  kind: AddKind;
  several: boolean;
  onChange: (kind: AddKind) => void;
}) {
  const { i18n } = useLingui();
  const choices: { name: AddKind; label: string }[] = [
    { name: 'expense', label: i18n._('Spent') },
    { name: 'income', label: i18n._('Received') },
  ];
  if (several) choices.push({ name: 'transfer', label: i18n._('Transfer') });
  return (
    <Segments
      label={i18n._('Kind')}
      choices={choices}
      value={kind}
      onChange={onChange}
      className="flex w-full"
    />
  );
}

function useDraft(accounts: readonly Account[]): [Draft, (draft: Draft) => void] {
  const { today, id } = useHousehold();
  return useState<Draft>(() => {
    const last = recall(accountKey(id));
    const account =
      accounts.find((one) => one.id === last) ??
      accounts.find((one) => EVERYDAY.has(one.kind)) ??
      accounts[0];
    return {
      kind: 'expense',
      typed: '',
      payee: undefined,
      category: undefined,
      account: account?.id ?? '',
      to: undefined,
      arrives: undefined,
      day: today as Day,
      notes: '',
      parts: [],
    };
  });
}

const EVERYDAY = new Set(['checking', 'cash', 'credit']);

/** Saves into the outbox and closes the sheet; undefined while something is missing. */
function useSave(draft: Draft, facts: LedgerFacts, onClose: () => void): (() => Promise<void>) | undefined {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { id: household } = useHousehold();
  const { me } = useSomeone();
  const write = useWrite();
  const once = useOnce();
  const body = bodyOf(draft, facts.accounts);
  const currency = facts.accounts.get(draft.account)?.currency;
  if (!body || currency === undefined) return undefined;
  return async () => await once(keep);

  async function keep() {
    if (!body || currency === undefined) return;
    const shown = { ...BARE, currency, type: draft.kind, author_id: me.id, payer_id: me.id };
    const id = await write.create('transaction', body, { shown });
    remember(accountKey(household), draft.account);
    onClose();
    const amount = formatMoney({ amount: body.amount, currency }, locale);
    showToast({
      title: draft.payee
        ? i18n._('{amount}, {payee}', { amount, payee: draft.payee })
        : i18n._('{amount} added', { amount }),
      action: { label: i18n._('Undo'), onPress: () => void write.remove('transaction', id) },
    });
  }
}

/** What a new entry says of itself until the server answers. */
const BARE: Partial<Transaction> = {
  source: 'manual',
  payee: '',
  memo: '',
  notes: '',
  tags: [],
  splits: [],
  needs_review: false,
};

function accountKey(household: string): string {
  return `kw_account:${household}`;
}
