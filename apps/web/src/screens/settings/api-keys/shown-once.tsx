import type { ApiKeyMade } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Checkbox } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/states.tsx';

/** The key, and the secret that requests are signed with, which can be read this once. */
export function ShownOnce({ made, onClose }: { made: ApiKeyMade; onClose: () => void }) {
  const { i18n } = useLingui();
  const [kept, setKept] = useState(false);
  const [hasten, setHasten] = useState(false);
  const { api_key, key, signing_secret } = made;
  return (
    <Dialog
      open
      onClose={() => (kept ? onClose() : setHasten(true))}
      title={i18n._('Copy the key now')}
      description={i18n._('{name} is ready. It is shown now and never again.', { name: api_key.name })}
      actions={
        <Button kind="primary" disabled={!kept} onClick={onClose}>
          {i18n._('Done')}
        </Button>
      }
    >
      <div className="space-y-4">
        <ProblemNote tone="close" title={i18n._('Whoever has it can do what you allowed it')}>
          {i18n._('Keep it where you keep passwords, never in a mail or in code that others see.')}
        </ProblemNote>
        <Secret label={i18n._('API key')} text={key} />
        {signing_secret !== null && <Secret label={i18n._('Signing secret')} text={signing_secret} />}
        <Checkbox
          label={i18n._('I have copied it to a safe place')}
          checked={kept}
          error={
            hasten && !kept ? i18n._('Copy it first, then tick this: it does not come again.') : undefined
          }
          onChange={(event) => setKept(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}

function Secret({ label, text }: { label: string; text: string }) {
  const { i18n } = useLingui();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Where the browser does not let us, the text stands there to be marked by hand.
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <section className="rounded-cell bg-sunk p-3.5" aria-label={label}>
      <div className="mb-2 flex items-center justify-between gap-3">
        <h3 className="text-sm font-semibold text-ink-2">{label}</h3>
        <Button
          size="small"
          icon={copied ? Check : Copy}
          aria-label={i18n._('Copy: {what}', { what: label })}
          onClick={() => void copy()}
        >
          {copied ? i18n._('Copied') : i18n._('Copy')}
        </Button>
      </div>
      <p className="font-mono text-sm break-all select-all">{text}</p>
    </section>
  );
}
