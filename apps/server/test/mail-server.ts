/** A mail server of the test's own, that answers what the test wants. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';
import { closeTransports } from '../src/adapters/mail/smtp.ts';

export type MailServer = {
  readonly port: number;
  readonly url: string;
  /** What arrived as a whole, with its headers. */
  readonly received: string[];
  /** How many connections there were. */
  readonly connections: () => number;
  /** What is answered from now on, and at which point. */
  behave(how: Behaviour): void;
  close(): Promise<void>;
};

export type Behaviour =
  | { readonly kind: 'takes' }
  /** Answers with this code and text. */
  | {
      readonly kind: 'answers';
      readonly at: 'greeting' | 'sender' | 'recipient' | 'data';
      readonly code: number;
      readonly text: string;
    }
  /** Takes the whole mail, and breaks the connection before it says so. */
  | { readonly kind: 'drops' }
  /** Says nothing any more. */
  | { readonly kind: 'hangs' };

export async function makeMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  let behaviour: Behaviour = { kind: 'takes' };
  let connections = 0;
  const received: string[] = [];
  const refusal = (at: string): Error | undefined =>
    behaviour.kind === 'answers' && behaviour.at === at
      ? Object.assign(new Error(behaviour.text), { responseCode: behaviour.code })
      : undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 50,
    onConnect: (_session, done) => {
      connections += 1;
      done(refusal('greeting'));
    },
    onMailFrom: (_address, _session, done) => {
      done(refusal('sender'));
    },
    onRcptTo: (_address, _session, done) => {
      if (behaviour.kind !== 'hangs') done(refusal('recipient'));
    },
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
      stream.on('end', () => {
        if (behaviour.kind === 'drops') {
          received.push(text);
          for (const connection of server.connections) if (connection.id === session.id) connection.close();
          return;
        }
        const refused = refusal('data');
        if (!refused) received.push(text);
        done(refused);
      });
    },
    ...options,
  });
  // A connection that breaks is what some tests are about.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received,
    connections: () => connections,
    behave: (how) => {
      behaviour = how;
    },
    close: async () => {
      closeTransports();
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    },
  };
}
