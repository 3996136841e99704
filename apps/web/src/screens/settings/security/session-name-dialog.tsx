import type { Session } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useQueryClient } from '@tanstack/react-query';
import { api, got } from '../../../api/client.ts';
import { NamingDialog } from '../../naming-dialog.tsx';

/** A name by which one knows the device again. */
export function SessionNameDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  return (
    <NamingDialog
      title={i18n._('What is this device called?')}
      label={i18n._('Name')}
      before={session.device_name}
      maxLength={100}
      refused={i18n._('It was not changed')}
      save={async (device_name) => {
        const params = { path: { id: session.id } };
        await got(api.PATCH('/auth/sessions/{id}/', { params, body: { device_name } }));
        await queries.invalidateQueries({ queryKey: ['sessions'] });
      }}
      onClose={onClose}
    />
  );
}
