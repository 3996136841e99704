/** Short words after an action. The queue is tiny and always there; the parts that show it load with the first toast. */
export type ToastMessage = {
  readonly title: string;
  readonly description?: string;
  /** Offers one action, usually "Undo". */
  readonly action?: { readonly label: string; readonly onPress: () => void };
  readonly tone?: 'plain' | 'over';
  /** Milliseconds until it leaves; 0 stays until it is closed. */
  readonly timeout?: number;
};

type Listener = (message: ToastMessage) => void;

const waiting: ToastMessage[] = [];
const listeners = new Set<Listener>();
const wakers = new Set<() => void>();

export function showToast(message: ToastMessage): void {
  if (listeners.size > 0) for (const listener of listeners) listener(message);
  else {
    waiting.push(message);
    for (const wake of wakers) wake();
  }
}

/** Receives every message from now on, and first those that nobody has shown yet. */
export function onToast(listener: Listener): () => void {
  listeners.add(listener);
  for (const message of waiting.splice(0)) listener(message);
  return () => listeners.delete(listener);
}

/** Tells when the first message arrives and nobody is there to show it. */
export function onFirstToast(wake: () => void): () => void {
  wakers.add(wake);
  if (waiting.length > 0) wake();
  return () => wakers.delete(wake);
}
