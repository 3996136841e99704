import type { Child, ChildLink } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { ProblemError } from '../../../api/problem.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Checkbox, PasswordField, TextField } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { useChildChange } from './use-children.ts';

type Props = { child: Child; onClose: () => void };

/** A link that signs the child in on the device that opens it, as a picture for its camera. */
export function DeviceLinkDialog({ child, onClose }: Props) {
  const { i18n } = useLingui();
  const [device, setDevice] = useState('');
  const [own, setOwn] = useState(true);
  const name = child.display_name;
  const make = useChildChange(() =>
    got(
      api.POST('/children/{id}/link/', {
        params: { path: { id: child.id } },
        body: { remember_me: own, device_name: device.trim() },
      }),
    ),
  );
  if (make.data) return <LinkShown made={make.data} name={name} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._('Sign {name} in on a device', { name })}
      description={i18n._('You get a link for the child’s device. It works once, for a short time.')}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <Button type="submit" form="device-link" kind="primary" busy={make.isPending}>
            {i18n._('Make the link')}
          </Button>
        </>
      }
    >
      <form
        id="device-link"
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        {make.isError && (
          <ProblemNote title={i18n._('There is no link')}>{sayProblem(make.error)}</ProblemNote>
        )}
        <TextField
          label={i18n._('What is the device called? (optional)')}
          maxLength={100}
          autoComplete="off"
          autoFocus
          value={device}
          onChange={(event) => setDevice(event.target.value)}
        />
        <Checkbox
          label={i18n._('It is the child’s own device: stay signed in there')}
          checked={own}
          onChange={(event) => setOwn(event.target.checked)}
        />
      </form>
    </Dialog>
  );
}

function LinkShown({ made, name, onClose }: { made: ChildLink; name: string; onClose: () => void }) {
  const { i18n } = useLingui();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Where the browser does not let us, the text stands there to be marked by hand.
    await navigator.clipboard.writeText(made.link).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._('Open this on the device of {name}', { name })}
      description={i18n._('It works once, for a short time. Whoever opens it is signed in as {name}.', {
        name,
      })}
      actions={
        <>
          <Button icon={copied ? Check : Copy} onClick={() => void copy()}>
            {copied ? i18n._('Copied') : i18n._('Copy the link')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {i18n._('Done')}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {/* Cameras want dark on white, whatever the theme. */}
        <svg
          viewBox={`0 0 ${made.qr.size} ${made.qr.size}`}
          role="img"
          aria-label={i18n._('A picture for the camera of the child’s device; the link below says the same.')}
          shapeRendering="crispEdges"
          className="mx-auto size-56 rounded-cell border border-line bg-white"
        >
          <path d={made.qr.path} fill="#000000" />
        </svg>
        <input
          readOnly
          aria-label={i18n._('The link')}
          value={made.link}
          onFocus={(event) => event.target.select()}
          className="min-h-11 w-full rounded-button border border-line-strong bg-sunk px-3.5 text-base"
        />
      </div>
    </Dialog>
  );
}

/** A PIN for devices of the family. */
export function PinDialog({ child, onClose }: Props) {
  const { i18n } = useLingui();
  const [pin, setPin] = useState('');
  const name = child.display_name;
  const save = useChildChange(() =>
    got(api.POST('/children/{id}/pin/', { params: { path: { id: child.id } }, body: { pin } })),
  );
  const wrong = save.error instanceof ProblemError ? save.error.at('/pin') : undefined;
  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      title={i18n._('A PIN for {name}', { name })}
      description={i18n._('It works on your family devices only, and nowhere else.')}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <Button
            type="submit"
            form="child-pin"
            kind="primary"
            busy={save.isPending}
            disabled={!/^\d{4,8}$/.test(pin)}
          >
            {i18n._('Set the PIN')}
          </Button>
        </>
      }
    >
      <form
        id="child-pin"
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined, {
            onSuccess: () => {
              showToast({ title: i18n._('{name} has a new PIN', { name }) });
              onClose();
            },
          });
        }}
      >
        {save.isError && wrong === undefined && (
          <ProblemNote title={i18n._('The PIN was not set')}>{sayProblem(save.error)}</ProblemNote>
        )}
        <PasswordField
          label={i18n._('PIN')}
          hint={i18n._('Four to eight digits. Not a row such as 1234, and not one digit over and over.')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          autoFocus
          value={pin}
          error={wrong}
          onChange={(event) => setPin(event.target.value.replace(/\D/g, ''))}
        />
      </form>
    </Dialog>
  );
}

/** The account becomes the child's own. */
export function GrowUpDialog({ child, onClose }: Props) {
  const { i18n } = useLingui();
  const [email, setEmail] = useState(child.growing_up?.email ?? '');
  const name = child.display_name;
  const params = { path: { id: child.id } };
  const offer = useChildChange(() =>
    got(api.POST('/children/{id}/grow-up/', { params, body: { email: email.trim() } })),
  );
  const takeBack = useChildChange(() => got(api.DELETE('/children/{id}/grow-up/', { params })));
  const wrong = offer.error instanceof ProblemError ? offer.error.at('/email') : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._('An account of their own for {name}', { name })}
      description={i18n._(
        '{name} gets a mail, chooses a password, and signs in alone from then on. Guardians cannot let them in or out any more.',
        { name },
      )}
      actions={
        <>
          {child.growing_up && (
            <Button
              busy={takeBack.isPending}
              onClick={() => takeBack.mutate(undefined, { onSuccess: onClose })}
            >
              {i18n._('Take the offer back')}
            </Button>
          )}
          <Button
            type="submit"
            form="grow-up"
            kind="primary"
            busy={offer.isPending}
            disabled={!email.includes('@')}
          >
            {i18n._('Send the mail')}
          </Button>
        </>
      }
    >
      <form
        id="grow-up"
        className="space-y-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          offer.mutate(undefined, {
            onSuccess: () => {
              showToast({ title: i18n._('The mail is on its way to {email}', { email: email.trim() }) });
              onClose();
            },
          });
        }}
      >
        {(offer.isError || takeBack.isError) && wrong === undefined && (
          <ProblemNote title={i18n._('That was not changed')}>
            {sayProblem(offer.error ?? takeBack.error)}
          </ProblemNote>
        )}
        <TextField
          label={i18n._('Email of {name}', { name })}
          type="email"
          inputMode="email"
          autoComplete="off"
          autoFocus
          value={email}
          error={wrong}
          onChange={(event) => setEmail(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
