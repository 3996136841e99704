import { readdirSync, readFileSync } from 'node:fs';

const FOLDERS = ['../src/shell/', '../src/ui/'].map((folder) => new URL(folder, import.meta.url));

/** Whether a module is a picture that the frame of the app draws: those that its own files name, read once a build. */
export function isFrameIcon(id: string): boolean {
  const icon = /lucide-react\/dist\/esm\/icons\/([\w-]+)\.m?js/.exec(id)?.[1];
  return icon !== undefined && named.has(icon);
}

const named = new Set(FOLDERS.flatMap(iconsOf));

function iconsOf(folder: URL): string[] {
  return readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const source = readFileSync(new URL(name, folder), 'utf8');
      const imported = /import \{([^}]*)\} from 'lucide-react'/.exec(source)?.[1] ?? '';
      return imported
        .split(',')
        .flatMap((word) => /^[A-Z]\w*$/.exec(word.trim())?.[0] ?? [])
        .map(fileOf);
    });
}

/** The file of an icon by its name: `CircleAlert` is circle-alert, `Table2` is table-2. */
function fileOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z0-9])/g, '$1-$2')
    .replace(/(\d)([A-Z])/g, '$1-$2')
    .toLowerCase();
}
