import type { Organisation, OrganisationSharing } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { refreshMe } from '../../../shell/session.ts';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { FormDialog } from '../../form-dialog.tsx';
import { deviceTimeZone, payCycleChoices } from '../../home/parts/household-words.ts';
import { useShareChoices } from './share-choices.ts';
import { useOrganisationChange } from './use-organisation-change.ts';

type Shares = OrganisationSharing['shares'];
type Props = { organisation: Organisation; onClose: () => void };

/** A new household under an organisation: it begins with the organisation's ways, and its maker is its first admin. */
export function NewHomeDialog({ organisation, onClose }: Props) {
  const { i18n } = useLingui();
  const choices = useShareChoices();
  const [name, setName] = useState('');
  const [shares, setShares] = useState<Shares>('totals');
  const { id, currency, pay_cycle } = organisation;
  const make = useOrganisationChange(async () => {
    const body = { name: name.trim(), shares, time_zone: deviceTimeZone() };
    const made = await got(api.POST('/organisations/{id}/households/', { params: { path: { id } }, body }));
    await refreshMe();
    return made;
  });
  const rhythm = payCycleChoices().find((one) => one.value === pay_cycle)?.label ?? pay_cycle;
  return (
    <FormDialog
      onClose={onClose}
      title={i18n._('Make a household under {name}', { name: organisation.name })}
      description={i18n._(
        'You are its first admin: invite its people, make one of them admin, and leave. It begins with {currency} and “{rhythm}”.',
        { currency, rhythm },
      )}
      press={i18n._('Make the household')}
      ready={name.trim() !== ''}
      refused={i18n._('The household was not made')}
      save={() => make.mutateAsync(undefined)}
      onSaved={() =>
        showToast({
          title: i18n._('{name} is there', { name: name.trim() }),
          description: i18n._('Switch to it where your household is named.'),
        })
      }
    >
      {() => (
        <>
          <TextField
            label={i18n._('What is it called?')}
            maxLength={80}
            autoComplete="off"
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Select<Shares>
            label={i18n._('What the household shares')}
            choices={choices}
            value={shares}
            onChange={setShares}
          />
        </>
      )}
    </FormDialog>
  );
}
