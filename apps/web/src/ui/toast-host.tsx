import { lazy, Suspense, useEffect, useState } from 'react';
import { onFirstToast } from './toast-queue.ts';

const Toasts = lazy(() => import('./toast.tsx').then((module) => ({ default: module.Toasts })));

/** Stands once in the page; brings the parts that show toasts with the first of them. */
export function ToastHost() {
  const [needed, setNeeded] = useState(false);
  useEffect(() => onFirstToast(() => setNeeded(true)), []);
  return needed ? (
    <Suspense>
      <Toasts />
    </Suspense>
  ) : null;
}
