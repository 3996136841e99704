import { lazy, type ReactNode, Suspense } from 'react';
import { useOpened } from './use-opened.ts';

const load = () => import('./dialog-parts.tsx');
const Parts = lazy(() => load().then((module) => ({ default: module.DialogParts })));
const Confirm = lazy(() => load().then((module) => ({ default: module.ConfirmParts })));

export type DialogProps = {
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

/** A window over the page for one task. On phones prefer Sheet. Its code comes when it first opens. */
export function Dialog(props: DialogProps) {
  return useOpened(props.open) ? (
    <Suspense>
      <Parts {...props} />
    </Suspense>
  ) : null;
}

export type ConfirmProps = {
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
  return useOpened(props.open) ? (
    <Suspense>
      <Confirm {...props} />
    </Suspense>
  ) : null;
}
