/** The plain side of a letter: lines that fit everywhere, and links that nobody breaks. */
import type { Sheet } from './letters.ts';

const WIDTH = 74;

export function textOf(sheet: Sheet): string {
  const { greeting, paragraphs, code, action, closing, footer, off } = sheet;
  const [first = '', ...others] = paragraphs.map(wrapped);
  const blocks = [
    wrapped(greeting),
    first,
    ...(code === undefined ? [] : [code]),
    ...others,
    `${wrapped(`${action.label}:`)}\n${action.url}`,
    wrapped(closing),
    // What follows these two dashes is a signature, and left out of answers.
    `-- \n${footer.map(wrapped).join('\n')}`,
    ...(off ? [`${wrapped(`${off.label}:`)}\n${off.url}`] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Breaks between words; a word that is longer than a line keeps it to itself. */
function wrapped(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const lines: string[] = [];
      for (const word of line.split(/[ \t]+/)) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= WIDTH)
          lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
      }
      return lines.join('\n');
    })
    .join('\n');
}
