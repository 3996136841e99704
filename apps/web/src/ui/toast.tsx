import { Toast as Base } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';
import { useUiSettings } from './settings.tsx';
import { onToast, type ToastMessage } from './toast-queue.ts';

/** Shows what `showToast` says. Load it lazily; it catches up with what was said before. */
export function Toasts() {
  return (
    <Base.Provider timeout={6000} limit={3}>
      <Feed />
      <Base.Portal>
        {/* Neither over the buttons of an open sheet, at the right, nor over the bars at the foot of a page. */}
        <Base.Viewport className="fixed inset-x-3 bottom-[calc(6rem+env(safe-area-inset-bottom))] z-60 mx-auto flex max-w-sm flex-col gap-2 lg:inset-x-auto lg:bottom-24 lg:left-[260px] lg:w-80 xl:w-96">
          <List />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Feed() {
  const { add } = Base.useToastManager();
  useEffect(() => onToast((message) => void add(asToast(message))), [add]);
  return null;
}

function asToast(message: ToastMessage) {
  return {
    title: message.title,
    ...(message.description !== undefined && { description: message.description }),
    ...(message.timeout !== undefined && { timeout: message.timeout }),
    ...(message.tone === 'over' && { type: 'over', priority: 'high' as const }),
    ...(message.action && {
      actionProps: { children: message.action.label, onClick: message.action.onPress },
    }),
  };
}

function List() {
  const { toasts } = Base.useToastManager();
  const { words } = useUiSettings();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['down', 'right']}
      className={cx('kw-toast rounded-cell bg-ink text-bg shadow-float', toast.limited && 'hidden')}
    >
      <Base.Content className="flex items-center gap-2 py-1.5 pr-1.5 pl-4">
        <div className="min-w-0 flex-1 py-1.5">
          <Base.Title className="font-sans font-semibold tracking-normal" />
          <Base.Description className="text-sm opacity-80" />
        </div>
        <Base.Action className="min-h-11 rounded-button px-3 font-semibold underline underline-offset-4 empty:hidden" />
        <Base.Close
          render={
            <IconButton
              icon={X}
              label={words.close}
              className="text-current! opacity-80 hover:bg-transparent hover:opacity-100"
            />
          }
        />
      </Base.Content>
    </Base.Root>
  ));
}
