import { Drawer } from '@base-ui/react/drawer';
import { X } from 'lucide-react';
import { IconButton } from './button.tsx';
import { useUiSettings } from './settings.tsx';
import type { SheetProps } from './sheet.tsx';
import { useIsWide } from './use-is-wide.ts';

/** What Sheet loads when it first opens. */
export function SheetParts({ open, onClose, fixed = false, title, aside, actions, children }: SheetProps) {
  const { words } = useUiSettings();
  const wide = useIsWide();
  return (
    <Drawer.Root
      open={open}
      onOpenChange={(next) => !next && !fixed && onClose()}
      swipeDirection={wide ? 'right' : 'down'}
    >
      <Drawer.Portal>
        <Drawer.Backdrop className="kw-scrim z-40" />
        <Drawer.Viewport className="fixed inset-0 z-50 flex items-end justify-center md:items-stretch md:justify-end md:p-3">
          <Drawer.Popup className="kw-sheet flex max-h-[92dvh] w-full flex-col rounded-t-[24px] border border-line bg-raised shadow-float outline-none md:max-h-none md:w-[26rem] md:rounded-card">
            <div
              aria-hidden
              className="mx-auto mt-2.5 h-1 w-10 shrink-0 rounded-full bg-line-strong md:hidden"
            />
            <header className="flex items-center justify-between gap-3 py-2 pr-2 pl-5">
              <Drawer.Title className="truncate text-lg">{title}</Drawer.Title>
              <div className="flex items-center gap-2">
                {aside}
                {!fixed && <Drawer.Close render={<IconButton icon={X} label={words.close} />} />}
              </div>
            </header>
            <Drawer.Content className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pb-5">
              {children}
            </Drawer.Content>
            {actions && (
              <footer className="flex gap-2 border-t border-line px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
                {actions}
              </footer>
            )}
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  );
}
