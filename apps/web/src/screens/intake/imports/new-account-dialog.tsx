import type { Account, AccountKind, ImportStatement } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { useOffline } from '../../../offline/hooks.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { TextField } from '../../../ui/field.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { accountKinds } from '../../account-kinds.ts';
import { currencyChoices } from '../../home/parts/household-words.ts';

/** Makes the account that a statement is of, with what the file says filled in. */
export function NewAccountDialog({
  statement,
  bank,
  onClose,
  onMade,
}: {
  statement: ImportStatement;
  bank: string | null;
  onClose: () => void;
  onMade: (account: Account) => Promise<void>;
}) {
  const { i18n } = useLingui();
  const { account_hint: hint } = statement;
  const [name, setName] = useState(hint.name ?? '');
  const [kind, setKind] = useState<AccountKind>(KIND_OF[hint.kind ?? ''] ?? 'checking');
  const [currency, setCurrency] = useState(hint.currency);
  const [limit, setLimit] = useState<string | undefined>('');
  const make = useMake(statement, bank, onMade);
  // A card has a limit, which no file says.
  const isCard = kind === 'credit';
  const named = name.trim() !== '' && (!isCard || Boolean(limit));
  const send = () =>
    make.mutate({ name: name.trim(), kind, currency, ...(isCard && limit && { credit_limit: limit }) });
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._('A new account')}
      description={i18n._('The entries of this statement go there.')}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <Button kind="primary" busy={make.isPending} disabled={!named} onClick={send}>
            {i18n._('Make it')}
          </Button>
        </>
      }
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (named) send();
        }}
      >
        {make.isError && (
          <ProblemNote title={i18n._('The account was not made')}>{sayProblem(make.error)}</ProblemNote>
        )}
        <TextField
          label={i18n._('Name')}
          maxLength={80}
          value={name}
          autoComplete="off"
          // The dialog was opened to name it.
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
        <Select label={i18n._('Kind')} choices={accountKinds()} value={kind} onChange={setKind} />
        {isCard && (
          <MoneyField
            label={i18n._('Credit limit')}
            hint={i18n._('What the bank lends on it at most; what is left to use follows from it.')}
            currency={currency}
            value={limit ?? ''}
            onChange={setLimit}
          />
        )}
        {hint.currency_assumed && (
          <Combobox
            label={i18n._('Currency')}
            hint={i18n._('The file names none. It is read in that of the account.')}
            choices={currencyChoices()}
            value={currency}
            onChange={(code) => code && setCurrency(code)}
          />
        )}
      </form>
    </Dialog>
  );
}

/** Makes the account and hands the statement to it. */
function useMake(
  statement: ImportStatement,
  bank: string | null,
  onMade: (account: Account) => Promise<void>,
) {
  const { sync } = useOffline();
  return useMutation({
    mutationFn: async (wish: Wish) => {
      const isAsRead = wish.currency === statement.account_hint.currency;
      const body = {
        ...wish,
        // What stood in the account before the first row of the file, where the file says so.
        ...(isAsRead && statement.opening_balance !== null && { opening_balance: statement.opening_balance }),
        ...(statement.first_on !== null && { opened_on: statement.first_on }),
        ...(bank !== null && { institution: bank }),
      };
      const account = await got(api.POST('/accounts/', { body }));
      sync.poke();
      await onMade(account);
    },
  });
}

type Wish = { name: string; kind: AccountKind; currency: string; credit_limit?: string };

const KIND_OF: Readonly<Record<string, AccountKind>> = {
  everyday: 'checking',
  savings: 'savings',
  credit: 'credit',
  loan: 'loan',
  investment: 'investment',
  cash: 'cash',
};
