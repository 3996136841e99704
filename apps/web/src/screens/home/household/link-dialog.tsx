import { useLingui } from '@lingui/react';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

/** Shows a link that can be read this once only, with a button that copies it. */
export function LinkDialog({ link, onClose }: { link: string | undefined; onClose: () => void }) {
  const { i18n } = useLingui();
  const [copied, setCopied] = useState<string>();
  async function copy(text: string) {
    // Where the browser does not let us, the text stands there to be marked by hand.
    await navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => undefined,
    );
  }
  if (link === undefined) return null;
  const done = copied === link;
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._('The link')}
      description={i18n._(
        'Whoever opens it may join in this role. It is shown this once; a new one can be made at any time.',
      )}
      actions={
        <Button kind="primary" icon={done ? Check : Copy} onClick={() => void copy(link)}>
          {done ? i18n._('Copied') : i18n._('Copy the link')}
        </Button>
      }
    >
      <input
        readOnly
        aria-label={i18n._('The link')}
        value={link}
        onFocus={(event) => event.target.select()}
        className="min-h-11 w-full rounded-button border border-line-strong bg-sunk px-3.5 text-base"
      />
    </Dialog>
  );
}
