/** PostgreSQL refuses to run as root, so as root it runs as an ordinary user of the machine. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** The user the server runs as; undefined means: as ourselves. */
export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

const PREFERRED = ['postgres', 'kinwise', 'nobody'];

/** Picks the owner of data that is already there, else a well-known unprivileged user. Data is a folder's path. */
export function chooseSystemUser(data: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) {
    refuseForeignData(data);
    return undefined;
  }
  const users = readUsers();
  const owner = ownerOf(data);
  if (owner !== undefined && owner !== 0) {
    const found = users.find((user) => user.uid === owner);
    if (found) return found;
    throw new Error(
      `The database in ${data} belongs to user number ${owner}, which this machine does not know. ` +
        `Give it to a user that exists: chown -R nobody "${data}"`,
    );
  }
  for (const name of PREFERRED) {
    const found = users.find((user) => user.name === name && user.uid !== 0);
    if (found) return found;
  }
  throw new Error(
    'KinWise was started as root, and PostgreSQL does not run as root. No user named postgres, kinwise or ' +
      'nobody exists here. Add one (useradd --system kinwise), or start KinWise as an ordinary user.',
  );
}

/** Whether this user can enter the folder; `undefined` is ourselves, who made it. */
export function canEnter(user: SystemUser | undefined, folder: string): boolean {
  if (!user) return true;
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...identity(user), cwd: '/' });
  return tried.status === 0;
}

/** What `spawn` needs to run something as this user. */
export function identity(user: SystemUser | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

function refuseForeignData(data: string): void {
  const owner = ownerOf(data);
  const own = process.getuid?.();
  if (owner === undefined || own === undefined || owner === own) return;
  throw new Error(
    `The database in ${data} belongs to user number ${owner}, and KinWise now runs as number ${own} ` +
      `(it was probably started as root before). Start it as that user or as root, or hand the data over: ` +
      `sudo chown -R ${own} "${data}"`,
  );
}

function ownerOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.uid;
}

function readUsers(): SystemUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }));
}
