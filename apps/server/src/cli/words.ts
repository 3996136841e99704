import { parseArgs } from 'node:util';

type Words<N extends string> = {
  readonly values: Readonly<Partial<Record<N, string>>>;
  readonly positionals: readonly string[];
};

/** What a command line says; undefined where it holds an option of another name, or one without its value. */
export function wordsOf<N extends string>(
  args: readonly string[],
  names: readonly N[],
): Words<N> | undefined {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]));
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    return { values: values as Words<N>['values'], positionals };
  } catch {
    // Whoever asks shows what there is to say, which helps more than what Node says about the word.
    return undefined;
  }
}
