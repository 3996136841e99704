import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { api, got } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { OrLine } from './or-line.tsx';
import { knowsPasskeys, offersPasskeys, passkeyUnderField, stopAsking } from './passkeys.ts';
import { enter, enterByPasskey } from './waiting-step.ts';

type PasskeyWayProps = {
  /** Whether to stay signed in, as it is ticked when the passkey is given. */
  remember: () => boolean;
  onRefused: (error: unknown) => Promise<void>;
};

/** Signing in without typing: by a button, and in the list that the browser opens under the field for the name. */
export function PasskeyWay({ remember, onRefused }: PasskeyWayProps) {
  const { i18n } = useLingui();
  const press = useMutation({
    mutationFn: () => enterByPasskey(remember()),
    onError: onRefused,
  });
  useOfferUnderField({ remember, onRefused, busy: press.isPending });
  if (!knowsPasskeys()) return null;
  return (
    <>
      <OrLine />
      <Button
        size="large"
        icon={KeyRound}
        busy={press.isPending}
        className="w-full"
        onClick={() => press.mutate()}
      >
        {i18n._('Use a passkey')}
      </Button>
    </>
  );
}

/** A question to the browser grows old; it is asked anew before the server forgets it. */
const ANEW_MS = 240_000;

function useOfferUnderField(props: PasskeyWayProps & { busy: boolean }): void {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    let gone = false;
    const offer = async () => {
      // Asking anew ends what the browser is asked already; a pressed button goes first.
      if (gone || latest.current.busy || !(await offersPasskeys())) return;
      const options = await got(api.POST('/auth/passkeys/login/options/', { body: {} }));
      // Whatever ends the waiting is no mistake: the person types, presses the button or leaves.
      const response = await passkeyUnderField(options).catch(() => undefined);
      if (gone || !response) return;
      const body = { response, remember_me: latest.current.remember() };
      await got(api.POST('/auth/passkeys/login/verify/', { body })).then(enter, latest.current.onRefused);
    };
    const start = () => void offer().catch(() => undefined);
    start();
    const timer = setInterval(start, ANEW_MS);
    return () => {
      gone = true;
      clearInterval(timer);
      void stopAsking();
    };
  }, []);
}
