import type { Passkey } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { api, got } from '../../../api/client.ts';
import { NamingDialog } from '../../naming-dialog.tsx';
import { useFactorsChanged } from './use-factors.ts';

export function PasskeyNameDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { i18n } = useLingui();
  const changed = useFactorsChanged();
  return (
    <NamingDialog
      title={i18n._('Rename the passkey')}
      label={i18n._('Name')}
      before={passkey.name}
      maxLength={60}
      refused={i18n._('It was not renamed')}
      save={async (name) => {
        await got(
          api.PATCH('/auth/passkeys/{id}/', { params: { path: { id: passkey.id } }, body: { name } }),
        );
        changed();
      }}
      onClose={onClose}
    />
  );
}
