/**
 * The access token between two pages of the app: in the memory of the service worker, so that a reload asks for no new
 * one. Nothing is stored; the browser ends a worker that has had nothing to do for a while, and the token with it.
 */
export type KeptToken = { readonly text: string; readonly endsAt: number };

type Message = { readonly type?: unknown; readonly token?: KeptToken | undefined };

/** A worker that has to start, or an older one that does not know the question, is not waited for. */
const ANSWER_MS = 300;

let kept: KeptToken | undefined;

/** The worker's side: keeps what a page gives, and hands it to a page that asks. */
export function onTokenMessage({ data, ports }: Pick<MessageEvent, 'data' | 'ports'>): void {
  const { type, token } = (data ?? {}) as Message;
  if (type === 'KEEP_TOKEN') kept = token;
  if (type === 'ASK_TOKEN') ports[0]?.postMessage(kept ?? null);
}

/** Gives the worker of this page the token to keep, or takes it back. */
export function keepToken(token: KeptToken | undefined): void {
  worker()?.postMessage({ type: 'KEEP_TOKEN', token } satisfies Message);
}

/** What the page before this one gave the worker to keep. */
export async function askToken(): Promise<KeptToken | undefined> {
  const asked = worker();
  if (!asked) return undefined;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<KeptToken | undefined>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<KeptToken | null>) => resolve(data ?? undefined);
    setTimeout(() => resolve(undefined), ANSWER_MS);
  });
  asked.postMessage({ type: 'ASK_TOKEN' } satisfies Message, [port2]);
  return answer.finally(() => port1.close());
}

function worker(): ServiceWorker | undefined {
  return (globalThis.navigator as Navigator | undefined)?.serviceWorker?.controller ?? undefined;
}
