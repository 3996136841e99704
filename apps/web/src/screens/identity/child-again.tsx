import { useLingui } from '@lingui/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../api/client.ts';
import { useRows } from '../../offline/hooks.tsx';
import { sayProblem } from '../../shell/say-problem.ts';
import { useSomeone } from '../../shell/session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { SkeletonRows } from '../../ui/states.tsx';
import { PinForm } from './pin-form.tsx';
import { enter } from './waiting-step.ts';

/** How a child comes back over the screen: by the PIN on a device of the family, and by a link of a guardian anywhere. */
export function ChildAgain() {
  const { i18n } = useLingui();
  const pin = useOwnPin();
  const [byLink, setByLink] = useState(false);
  if (pin.isPending) return <SkeletonRows rows={1} />;
  if (!pin.membership || byLink) return <LinkForm />;
  return (
    <PinForm membership={pin.membership}>
      <Button className="w-full" onClick={() => setByLink(true)}>
        {i18n._('I have a link from a guardian')}
      </Button>
    </PinForm>
  );
}

/** The child's place on this device, where it is one of the family and the child has a PIN. */
function useOwnPin(): { isPending: boolean; membership: string | undefined } {
  const { me } = useSomeone();
  const family = useQuery({
    queryKey: ['family'],
    queryFn: () => got(api.GET('/auth/family/')),
    retry: false,
    gcTime: 0,
  });
  const rows = useRows('membership');
  const own = new Set((rows ?? []).filter(({ row }) => row.user_id === me.id).map(({ row }) => row.id));
  const kid = family.data?.children.find((one) => one.has_pin && own.has(one.membership_id));
  return { isPending: family.isPending || rows === undefined, membership: kid?.membership_id };
}

function LinkForm() {
  const { i18n } = useLingui();
  const [text, setText] = useState('');
  const open = useMutation({
    mutationFn: async () => {
      const body = { token: tokenIn(text) };
      await enter(await got(api.POST('/auth/child-link/', { body })));
    },
    gcTime: 0,
  });
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate();
      }}
    >
      <p className="text-ink-2">
        {i18n._(
          'Ask a guardian to sign you in on this device: on the screen Children they make a link. Open it here in a new tab, or put it below. This page waits for you, with all that you have typed.',
        )}
      </p>
      <TextField
        label={i18n._('The link')}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={text}
        error={open.isError ? sayProblem(open.error) : undefined}
        onChange={(event) => {
          setText(event.target.value);
          open.reset();
        }}
      />
      <Button
        type="submit"
        kind="primary"
        size="large"
        className="w-full"
        busy={open.isPending}
        disabled={text.trim() === ''}
      >
        {i18n._('Let me in')}
      </Button>
    </form>
  );
}

/** What the link carries behind its hash; or what was typed, where that is no link. */
function tokenIn(text: string): string {
  const [, behind] = text.trim().split('#');
  return new URLSearchParams(behind).get('token') ?? text.trim();
}
