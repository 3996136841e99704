import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from './button.tsx';
import { cx } from './cx.ts';
import { useUiSettings } from './settings.tsx';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** One sentence under the title. */
  description?: ReactNode;
  /** The row of buttons at the end. */
  actions?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  children?: ReactNode;
};

const WIDTHS = { small: 'max-w-sm', medium: 'max-w-lg', large: 'max-w-3xl' };
const PLACE = 'fixed inset-0 z-50 flex items-center justify-center overflow-y-auto p-4';
const BOX = 'kw-dialog w-full rounded-card border border-line bg-raised shadow-float outline-none';

/** A window over the page for one task. On phones prefer Sheet. */
export function Dialog({
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
        <Base.Backdrop className="kw-scrim z-40" />
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

type ConfirmProps = {
  open: boolean;
  title: string;
  children: ReactNode;
  confirm: string;
  cancel: string;
  onConfirm: () => void;
  onCancel: () => void;
  danger?: boolean;
  busy?: boolean;
};

/** Asks before something that cannot be undone; only its two buttons leave it. */
export function ConfirmDialog(props: ConfirmProps) {
  return (
    <AlertDialog.Root open={props.open} onOpenChange={(next) => !next && props.onCancel()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="kw-scrim z-40" />
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
