/** A command gets its arguments and answers the exit code. */
export type Command = (args: readonly string[]) => Promise<number>;

/** Each is loaded when it is asked for. */
export const commands: Readonly<Record<string, Command>> = {
  start: async (args) => await (await import('./start.ts')).start(args, { api: true, worker: true }),
  api: async (args) => await (await import('./start.ts')).start(args, { api: true, worker: false }),
  audit: async (args) => await (await import('./audit.ts')).audit(args),
  doctor: async () => await (await import('./doctor.ts')).doctor(),
  keys: async (args) => await (await import('./keys.ts')).keys(args),
  import: async (args) => await (await import('./import.ts')).importFile(args),
  user: async (args) => await (await import('./user.ts')).user(args),
  mail: async (args) => await (await import('./mail.ts')).mail(args),
  worker: async (args) => await (await import('./start.ts')).start(args, { api: false, worker: true }),
};
