import type { Organisation } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { Select } from '../../../ui/select.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { FormDialog } from '../../form-dialog.tsx';
import { TIERS, tierName } from './organisation-words.ts';
import { useOrganisationChange } from './use-organisation-change.ts';

type Props = { organisation: Organisation; onClose: () => void };

/** Room is bought: its owner asks here, and whoever runs this KinWise answers. */
export function AskTierDialog({ organisation, onClose }: Props) {
  const { i18n } = useLingui();
  const { id, name, tier: has, asked_tier: asked } = organisation;
  const [tier, setTier] = useState(asked ?? has);
  const ask = useOrganisationChange(() =>
    got(api.POST('/organisations/{id}/ask-tier/', { params: { path: { id } }, body: { tier } })),
  );
  return (
    <FormDialog
      size="small"
      onClose={onClose}
      title={i18n._('Ask for another size of {name}', { name })}
      description={i18n._('The people who run this KinWise decide, and may get in touch about the price.')}
      press={tier === has ? i18n._('Take the wish back') : i18n._('Ask')}
      ready={tier !== (asked ?? has)}
      refused={i18n._('It was not asked')}
      save={() => ask.mutateAsync(undefined)}
      onSaved={() => showToast({ title: tier === has ? i18n._('Taken back') : i18n._('Asked') })}
    >
      {() => (
        <Select
          label={i18n._('Size')}
          hint={i18n._('How many households it has room for.')}
          choices={TIERS.map((value) => ({
            value,
            label: value === has ? i18n._('{size} (now)', { size: tierName(value) }) : tierName(value),
          }))}
          value={tier}
          onChange={setTier}
        />
      )}
    </FormDialog>
  );
}
