import { existsSync } from 'node:fs';
import { features } from '../features.ts';
import { examine } from '../platform/checkup.ts';
import type { Finding } from '../platform/checkup.ts';
import { ConfigProblem, readConfig } from '../platform/config.ts';
import { embeddedDir } from '../program.ts';
import { withProgram } from './with-program.ts';

/**
 * Looks at settings, database, wall and every invariant of every feature; changes nothing. Answers 0 when all is well
 * and 1 when something is broken, with a line for each thing that was looked at.
 */
export async function doctor(): Promise<number> {
  try {
    const config = readConfig(process.env);
    const dir = embeddedDir(config);
    if (config.DATABASE_URL === undefined && !existsSync(dir)) {
      process.stdout.write(
        `There is no database in ${dir} yet. Start KinWise once, or set DATA_DIR or DATABASE_URL.\n`,
      );
      return 1;
    }
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    process.stdout.write(`${error.message}\n`);
    return 1;
  }
  return await withProgram(
    async ({ ground }) => {
      const findings = await examine(ground, features);
      process.stdout.write(reportOf(findings));
      return findings.some((finding) => finding.broken !== undefined) ? 1 : 0;
    },
    { migrate: false },
  );
}

/** A line for each finding; what is broken comes with its reason, and is counted at the end. */
export function reportOf(findings: readonly Finding[]): string {
  const lines = findings.map(({ name, broken }) =>
    broken === undefined ? `ok      ${name}` : `BROKEN  ${name}\n        ${broken}`,
  );
  const count = findings.filter((finding) => finding.broken !== undefined).length;
  const sum = count === 0 ? 'All is well.' : `${count} of ${findings.length} are broken.`;
  return `${[...lines, sum].join('\n')}\n`;
}
