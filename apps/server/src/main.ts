import { commands } from './cli/commands.ts';
import { ConfigProblem } from './platform/config.ts';

/** kinwise start | api | worker | doctor | import | keys | user */
const [name = 'start', ...rest] = process.argv.slice(2);
const command = commands[name];
if (command) {
  try {
    process.exitCode = await command(rest);
  } catch (problem) {
    if (!(problem instanceof ConfigProblem)) throw problem;
    process.stderr.write(`kinwise: ${problem.message}\n`);
    process.exitCode = 1;
  }
} else {
  process.stderr.write(
    `kinwise: there is no command "${name}". The commands are: ${Object.keys(commands).join(', ')}.\n`,
  );
  process.exitCode = 2;
}
