import type { Account } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { MoneyField } from '../../../ui/money-field.tsx';
import { Select } from '../../../ui/select.tsx';
import type { LedgerFacts } from '../parts/facts.ts';
import { crossesCurrencies, type Draft } from './draft.ts';

type TransferFieldsProps = {
  draft: Draft;
  facts: LedgerFacts;
  accounts: readonly Account[];
  onChange: (change: Partial<Draft>) => void;
};

/** From where to where; and what arrives, when the money changes its currency on the way. */
export function TransferFields({ draft, facts, accounts, onChange }: TransferFieldsProps) {
  const { i18n } = useLingui();
  const choices = (without: string | undefined) =>
    accounts.filter((one) => one.id !== without).map((one) => ({ value: one.id, label: one.name }));
  const target = facts.accounts.get(draft.to ?? '');
  return (
    <div className="space-y-4">
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={i18n._('From account')}
          choices={choices(undefined)}
          value={draft.account}
          onChange={(account) => onChange({ account, ...(account === draft.to && { to: undefined }) })}
        />
        <Select
          label={i18n._('To account')}
          placeholder={i18n._('Choose')}
          choices={choices(draft.account)}
          value={draft.to}
          onChange={(to) => onChange({ to, arrives: undefined })}
        />
      </div>
      {target && crossesCurrencies(draft, facts.accounts) && (
        <MoneyField
          label={i18n._('Arrives in {account}', { account: target.name })}
          currency={target.currency}
          value={draft.arrives ?? ''}
          onChange={(wire) => onChange({ arrives: wire === '' ? undefined : wire })}
        />
      )}
    </div>
  );
}
