import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));
const OF_CATEGORIES = ['ui/category-icons.ts', 'screens/ledger/parts/category-icon.ts'];

/** Whether a module is a picture that stands for a category and for nothing else. There are many, and few screens show them. */
export function isCategoryIcon(id: string): boolean {
  const icon = /lucide-react\/dist\/esm\/icons\/([\w-]+)\.m?js/.exec(id)?.[1];
  return icon !== undefined && only.has(icon);
}

const only = new Set(OF_CATEGORIES.flatMap(iconsIn));
for (const file of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }))
  if (/\.tsx?$/.test(file) && !OF_CATEGORIES.includes(file))
    for (const icon of iconsIn(file)) only.delete(icon);

/** The pictures that a file names, read once a build. */
function iconsIn(file: string): string[] {
  const source = readFileSync(join(SOURCE, file), 'utf8');
  const imported = /import \{([^}]*)\} from 'lucide-react'/.exec(source)?.[1] ?? '';
  return imported
    .split(',')
    .flatMap((word) => /^[A-Z]\w*$/.exec(word.trim())?.[0] ?? [])
    .map(fileOf);
}

/** The file of an icon by its name: `CircleAlert` is circle-alert, `Table2` is table-2. */
function fileOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z0-9])/g, '$1-$2')
    .replace(/(\d)([A-Z])/g, '$1-$2')
    .toLowerCase();
}
