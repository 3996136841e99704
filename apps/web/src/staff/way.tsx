import type { ComponentProps, MouseEvent } from 'react';
import { createStore, useStore } from '../shell/store.ts';

/** The portal's own addresses, below /admin. It has few, and needs no router for them. */
export type Where = { readonly screen: string; readonly id: string | undefined };

const path = createStore(window.location.pathname);
window.addEventListener('popstate', () => path.set(window.location.pathname));

export function useWhere(): Where {
  const [, , screen = '', id] = useStore(path).split('/');
  return { screen: screen === '' ? 'users' : screen, id: id === '' ? undefined : id };
}

function go(to: string): void {
  window.history.pushState(null, '', to);
  path.set(to);
  window.scrollTo(0, 0);
}

/** A link within the portal: `<Way to="users">`. */
export function Way({ to, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { to: string }) {
  const href = `/admin/${to}`;
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}
