import { useLingui } from '@lingui/react';
import { CloudOff } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useSyncStatus } from '../offline/hooks.tsx';
import { Button } from '../ui/button.tsx';

/**
 * A button for what may not be queued (roles, invitations, imports, security). After a missed attempt to reach the server it
 * says that it needs signal; it can still be pressed, because only trying tells.
 */
export function SignalButton({ children, icon, ...rest }: ComponentProps<typeof Button>) {
  const { i18n } = useLingui();
  const away = useSyncStatus().contact === 'missed';
  const shown = away ? CloudOff : icon;
  return (
    <Button {...rest} {...(shown && { icon: shown })} title={away ? i18n._('Needs signal') : rest.title}>
      {children}
      {away && <span className="text-xs font-medium opacity-80">{i18n._('Needs signal')}</span>}
    </Button>
  );
}
