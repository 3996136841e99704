import { commands } from './cli/commands.ts';

/** kinwise start | api | worker | migrate | doctor | import … */
const [name = 'start', ...rest] = process.argv.slice(2);
const command = commands[name];
if (command) {
  process.exitCode = await command(rest);
} else {
  process.stderr.write(
    `kinwise: there is no command "${name}". The commands are: ${Object.keys(commands).join(', ')}.\n`,
  );
  process.exitCode = 2;
}
