// Written so that even a very old Node can read it: that is who it speaks to.
const NEEDED = [20, 19];

/** Ends the program with a sentence when this Node is too old to run the rest. */
export function checkNode() {
  const found = process.versions.node.split('.').map(Number);
  if (found[0] > NEEDED[0] || (found[0] === NEEDED[0] && found[1] >= NEEDED[1])) return;
  console.error(
    `KinWise needs Node ${NEEDED.join('.')} or newer, and this is Node ${process.versions.node}. ` +
      'Install a newer one (nodejs.org has it for every system), then run the same command again.',
  );
  process.exit(1);
}
