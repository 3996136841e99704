import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { Button, IconButton } from './button.tsx';
import { cx } from './cx.ts';
import type { ConfirmProps, DialogProps } from './dialog.tsx';
import { useUiSettings } from './settings.tsx';

const WIDTHS = { small: 'max-w-sm', medium: 'max-w-lg', large: 'max-w-3xl' };
// As high as what it dims: of two dialogs, one after the other, the later lies over all of the earlier.
const PLACE = 'fixed inset-0 z-50 flex items-center-safe justify-center overflow-y-auto p-4';
const BOX = 'kw-dialog w-full rounded-card border border-line bg-raised shadow-float outline-none';

/** What Dialog loads when it first opens. */
export function DialogParts({
  open,
  onClose,
  title,
  description,
  actions,
  size = 'medium',
  children,
}: DialogProps) {
  const { words } = useUiSettings();
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="kw-scrim z-50" />
        <Base.Viewport className={PLACE}>
          <Base.Popup className={cx(BOX, WIDTHS[size])}>
            <header className="flex items-start justify-between gap-3 px-5 pt-4">
              <div className="min-w-0 pt-1.5">
                <Base.Title className="text-lg">{title}</Base.Title>
                {description && (
                  <Base.Description className="mt-1 text-ink-2">{description}</Base.Description>
                )}
              </div>
              <Base.Close render={<IconButton icon={X} label={words.close} size="small" />} />
            </header>
            <div className="px-5 py-4">{children}</div>
            {actions && (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-4">
                {actions}
              </footer>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** What ConfirmDialog loads when it first opens. */
export function ConfirmParts(props: ConfirmProps) {
  return (
    <AlertDialog.Root open={props.open} onOpenChange={(next) => !next && props.onCancel()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="kw-scrim z-50" />
        <AlertDialog.Viewport className={PLACE}>
          <AlertDialog.Popup className={cx(BOX, 'max-w-md p-5')}>
            <AlertDialog.Title className="text-lg">{props.title}</AlertDialog.Title>
            <AlertDialog.Description render={<div />} className="mt-2 text-ink-2">
              {props.children}
            </AlertDialog.Description>
            <div className="mt-5 flex flex-wrap justify-end gap-2">
              <Button onClick={props.onCancel}>{props.cancel}</Button>
              <Button
                kind={props.danger ? 'danger' : 'primary'}
                busy={props.busy ?? false}
                onClick={props.onConfirm}
              >
                {props.confirm}
              </Button>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
