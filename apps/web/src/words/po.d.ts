declare module '*.po' {
  /** Messages by their English sentence, compiled. */
  export const messages: Readonly<
    Record<string, string | import('@lingui/message-utils/compileMessage').CompiledMessage>
  >;
}
