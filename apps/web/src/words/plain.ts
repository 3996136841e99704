type Piece = string | [name: string];

/**
 * Compiles a sentence that has places but no plurals or choices: `Kia ora {name}` to its text and the names of its places.
 * These need no catalogue; the build leaves out of it what this says just the same.
 */
export function compilePlain(message: string): Piece[] {
  const pieces = message.split(/\{(\w+)\}/).map((part, index): Piece => (index % 2 === 1 ? [part] : part));
  return pieces.filter((piece) => piece !== '');
}
