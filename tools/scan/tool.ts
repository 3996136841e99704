/** Runs a program of the scan, bounded in time; answers what it wrote. A scanner that finds something may end with any code. */
import { spawn } from 'node:child_process';

export async function runTool(
  program: string,
  words: readonly string[],
  { seconds, cwd }: { seconds: number; cwd: string },
): Promise<string> {
  return await new Promise((resolve, reject) => {
    const child = spawn(program, [...words], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', reject);
    child.once('close', (_code, signal) => {
      clearTimeout(timer);
      resolve(signal === null ? said : `${said}\nended by ${signal} after ${seconds} seconds\n`);
    });
  });
}
