import type { Account, AccountKind } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { CURRENCIES } from '@kinwise/core/currencies';
import { useWrite } from '../../../offline/hooks.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { useSomeone } from '../../../shell/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Combobox } from '../../../ui/combobox.tsx';
import { DayField } from '../../../ui/day-field.tsx';
import { Switch, TextArea, TextField } from '../../../ui/field.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { useOnce } from '../../../ui/use-once.ts';
import { type AccountDraft, bodyOf, changeOf, draftOf, lacksLimit, shownOf } from './account-draft.ts';
import { KIND_ICONS, kindName, KINDS } from './kinds.ts';

/** Makes an account, or changes one. Works without signal: the account is there at once and is sent later. */
export function AccountSheet({ account, onClose }: { account?: Account; onClose: () => void }) {
  const { i18n } = useLingui();
  const { currency, today } = useHousehold();
  const { me } = useSomeone();
  const write = useWrite();
  const once = useOnce();
  // As it was when the sheet opened: what others change meanwhile is theirs, and is not sent back as it was.
  const [before] = useState(account);
  const [draft, setDraft] = useState<AccountDraft>(() => draftOf(account, { currency, today }));
  const set = (change: Partial<AccountDraft>) => setDraft({ ...draft, ...change });
  const amounts = [draft.opening, draft.credit, draft.overdraft];
  const ready = draft.name.trim() !== '' && !amounts.includes(undefined) && !lacksLimit(draft);

  async function save(event?: React.FormEvent) {
    event?.preventDefault();
    if (ready) await once(keep);
  }

  async function keep() {
    if (before) {
      const change = changeOf(before, draft);
      if (Object.keys(change).length > 0) await write.update('account', before.id, change);
    } else {
      await write.create('account', bodyOf(draft), { shown: shownOf(draft, me.id) });
      showToast({ title: i18n._('{name} added', { name: draft.name.trim() }) });
    }
    onClose();
  }

  return (
    <Sheet
      open
      onClose={onClose}
      title={account ? i18n._('Change {name}', { name: account.name }) : i18n._('Add an account')}
      actions={
        <Button kind="primary" size="large" className="w-full" disabled={!ready} onClick={() => void save()}>
          {account ? i18n._('Save') : i18n._('Add')}
        </Button>
      }
    >
      <form onSubmit={(event) => void save(event)} className="space-y-5 pb-2">
        <KindChips kind={draft.kind} onChange={(kind) => set({ kind })} />
        <TextField
          label={i18n._('Name')}
          value={draft.name}
          required
          maxLength={80}
          autoComplete="off"
          placeholder={kindName(draft.kind)}
          onChange={(event) => set({ name: event.target.value })}
        />
        <Amounts draft={draft} isNew={!account} set={set} />
        <TextField
          label={i18n._('Bank')}
          value={draft.institution}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => set({ institution: event.target.value })}
        />
        <TextField
          label={i18n._('Account number')}
          value={draft.number}
          maxLength={40}
          autoComplete="off"
          hint={
            account?.number_masked
              ? i18n._('Kept encrypted: {number}. Leave empty to keep it.', { number: account.number_masked })
              : i18n._('Kept encrypted. With it, bank files find their account by themselves.')
          }
          onChange={(event) => set({ number: event.target.value })}
        />
        <Seen draft={draft} isNew={!account} set={set} />
        <TextArea
          label={i18n._('Notes')}
          rows={2}
          maxLength={2000}
          value={draft.notes}
          onChange={(event) => set({ notes: event.target.value })}
        />
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Sheet>
  );
}

type PartProps = { draft: AccountDraft; isNew: boolean; set: (change: Partial<AccountDraft>) => void };

function KindChips({ kind, onChange }: { kind: AccountKind; onChange: (kind: AccountKind) => void }) {
  const { i18n } = useLingui();
  return (
    <fieldset>
      <legend className="text-sm font-semibold text-ink-2">{i18n._('Kind')}</legend>
      <div className="mt-1.5 flex flex-wrap gap-2">
        {KINDS.map((one) => (
          <Chip key={one} icon={KIND_ICONS[one]} chosen={one === kind} onClick={() => onChange(one)}>
            {kindName(one)}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}

/** What is in it, or owed on it, on the day from which it is kept; and how far it may go below. */
function Amounts({ draft, isNew, set }: PartProps) {
  const { i18n } = useLingui();
  const owes = draft.kind === 'credit' || draft.kind === 'loan' || draft.kind === 'mortgage';
  return (
    <div className="grid grid-cols-2 gap-3">
      {isNew && (
        <Combobox
          label={i18n._('Currency')}
          choices={CURRENCIES.map((code) => ({ value: code, label: code }))}
          value={draft.currency}
          onChange={(currency) => currency && set({ currency })}
          className="col-span-2"
        />
      )}
      <MoneyField
        label={owes ? i18n._('Owed on that day') : i18n._('Balance on that day')}
        currency={draft.currency}
        allowNegative
        value={draft.opening ?? ''}
        onChange={(wire) => set({ opening: wire })}
      />
      <DayField
        label={i18n._('Kept since')}
        value={draft.openedOn}
        onChange={(openedOn) => openedOn && set({ openedOn })}
      />
      {draft.kind === 'credit' && (
        <MoneyField
          label={i18n._('Credit limit')}
          hint={i18n._('What the bank lends on it at most; what is left to use follows from it.')}
          currency={draft.currency}
          value={draft.credit ?? ''}
          onChange={(wire) => set({ credit: wire })}
          className="col-span-2"
        />
      )}
      {(draft.kind === 'checking' || draft.kind === 'savings') && (
        <MoneyField
          label={i18n._('Overdraft limit')}
          hint={i18n._('How far the bank lets it go below zero. Empty for not at all.')}
          currency={draft.currency}
          value={draft.overdraft ?? ''}
          onChange={(wire) => set({ overdraft: wire })}
          className="col-span-2"
        />
      )}
    </div>
  );
}

/** Who sees it and where it counts. */
function Seen({ draft, isNew, set }: PartProps) {
  const { i18n } = useLingui();
  return (
    <div className="space-y-3">
      {isNew && (
        <div>
          <p className="mb-1.5 text-sm font-semibold text-ink-2">{i18n._('Who sees it')}</p>
          <Segments
            label={i18n._('Who sees it')}
            className="flex w-full"
            value={draft.visibility}
            onChange={(visibility) => set({ visibility })}
            choices={[
              { name: 'shared', label: i18n._('Everybody') },
              { name: 'private', label: i18n._('Only me') },
            ]}
          />
        </div>
      )}
      {draft.visibility === 'private' && (
        <Switch
          label={i18n._('Others see its balance within a sum')}
          hint={i18n._('Never its name or its entries.')}
          on={draft.countForOthers}
          onChange={(countForOthers) => set({ countForOthers })}
        />
      )}
      <Switch
        label={i18n._('Counts in totals')}
        hint={i18n._('Off for money that is not yours to spend, such as club funds.')}
        on={draft.included}
        onChange={(included) => set({ included })}
      />
    </div>
  );
}
