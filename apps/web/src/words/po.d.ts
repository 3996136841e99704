declare module '*.po' {
  import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
  /** Messages by their English sentence, compiled. */
  export const messages: Readonly<Record<string, string | CompiledMessage>>;
}
