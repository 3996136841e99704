import type { AccountKind } from '@kinwise/api-client/schema';
import { newId } from '@kinwise/core/ids';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { useHousehold } from '../../../shell/household.ts';
import { useSomeone } from '../../../shell/session.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { accountKinds } from '../../account-kinds.ts';
import { SetupCard } from './setup-card.tsx';

/** The second step: one account, so that the first file has a place to go. */
export function AccountStep() {
  const { i18n } = useLingui();
  const household = useHousehold();
  const make = useMakeAccount();
  const [kind, setKind] = useState<AccountKind>('checking');
  const [name, setName] = useState('');
  const [bank, setBank] = useState('');
  const [balance, setBalance] = useState<string | undefined>('');
  const [limit, setLimit] = useState<string | undefined>('');
  const isCard = kind === 'credit';
  const usual = accountKinds().find((one) => one.value === kind)?.label ?? '';

  function send(event: React.FormEvent) {
    event.preventDefault();
    make.mutate({
      name: name.trim() || usual,
      kind,
      currency: household.currency,
      ...(bank.trim() !== '' && { institution: bank.trim() }),
      ...(balance && { opening_balance: balance }),
      ...(isCard && limit && { credit_limit: limit }),
    });
  }

  return (
    <SetupCard
      step={2}
      title={i18n._('Your first account')}
      intro={i18n._('The one that most of your money passes through. Others can follow at any time.')}
    >
      <form onSubmit={send} className="space-y-5">
        {make.isError && (
          <ProblemNote title={i18n._('The account was not made')}>{sayProblem(make.error)}</ProblemNote>
        )}
        <Who {...{ kind, setKind, name, setName, bank, setBank }} usual={usual} />
        {isCard && (
          <MoneyField
            label={i18n._('Credit limit')}
            hint={i18n._('What the bank lends on it at most; what is left to use follows from it.')}
            currency={household.currency}
            value={limit ?? ''}
            onChange={setLimit}
          />
        )}
        <MoneyField
          label={i18n._('What was in it before the first entry?')}
          hint={i18n._('Leave it empty if you bring a file from the bank next: it says so itself.')}
          currency={household.currency}
          value={balance ?? ''}
          allowNegative
          onChange={setBalance}
        />
        <Ahead busy={make.isPending} disabled={balance === undefined || (isCard && !limit)} />
      </form>
    </SetupCard>
  );
}

type WhoProps = {
  kind: AccountKind;
  setKind: (kind: AccountKind) => void;
  name: string;
  setName: (name: string) => void;
  bank: string;
  setBank: (bank: string) => void;
  usual: string;
};

function Who({ kind, setKind, name, setName, bank, setBank, usual }: WhoProps) {
  const { i18n } = useLingui();
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label={i18n._('Kind')} choices={accountKinds()} value={kind} onChange={setKind} />
        <TextField
          label={i18n._('Bank')}
          placeholder={i18n._('ANZ, ASB, BNZ, Kiwibank …')}
          autoComplete="off"
          maxLength={80}
          value={bank}
          onChange={(event) => setBank(event.target.value)}
        />
      </div>
      <TextField
        label={i18n._('Name')}
        placeholder={usual}
        autoComplete="off"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </>
  );
}

function Ahead({ busy, disabled }: { busy: boolean; disabled: boolean }) {
  const { i18n } = useLingui();
  return (
    <div className="flex flex-wrap gap-2">
      <Link to="/setup/file" className={buttonClass('quiet', 'large')}>
        {i18n._('Skip')}
      </Link>
      <Button type="submit" kind="primary" size="large" busy={busy} disabled={disabled} className="flex-1">
        {i18n._('Go on')}
      </Button>
    </div>
  );
}

type AccountWish = {
  name: string;
  kind: AccountKind;
  currency: string;
  institution?: string;
  opening_balance?: string;
  credit_limit?: string;
};

function useMakeAccount() {
  const navigate = useNavigate();
  const { sync } = useSomeone();
  // The same id at a second press, so that a lost answer does not make two accounts.
  const [id] = useState(newId);
  return useMutation({
    mutationFn: (wish: AccountWish) => got(api.POST('/accounts/', { body: { id, ...wish } })),
    onSuccess: async (account) => {
      sync.poke();
      await navigate({ to: '/setup/file', search: { account: account.id } });
    },
  });
}
