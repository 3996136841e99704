/** The tools are plain JavaScript, since they run before anything is installed; this is where they are tried. */
import { afterEach, describe, expect, it, vi } from 'vitest';

interface Lock {
  packages: Record<
    string,
    { version?: string; optionalDependencies?: Record<string, string>; cpu?: string[]; os?: string[] }
  >;
}

// Imported by name only at run time, because plain JavaScript brings no types.
const load = async <T>(file: string) => (await import(/* @vite-ignore */ `./${file}`)) as T;
const { complete } = await load<{ complete(lock: Lock): { lock: Lock; added: string[] } }>('lock.mjs');
const { checkNode } = await load<{ checkNode(): void }>('check-node.mjs');

afterEach(() => vi.unstubAllGlobals());

describe('the lock file', () => {
  it('gets the packages of other systems that npm left out, each with its system', () => {
    const { lock, added } = complete({
      packages: {
        'node_modules/tool': {
          version: '2.0.0',
          optionalDependencies: { 'tool-darwin-arm64': '2.0.0', 'tool-linux-x64-musl': '2.0.0' },
        },
        'node_modules/tool-linux-x64-musl': { version: '2.0.0' },
      },
    });
    expect(added).toEqual(['tool-darwin-arm64']);
    expect(lock.packages['node_modules/tool-darwin-arm64']).toEqual({
      version: '2.0.0',
      cpu: ['arm64'],
      os: ['darwin'],
      optional: true,
    });
    expect(complete(lock).added).toEqual([]);
  });

  it('finds a package beside the one that needs it', () => {
    const packages = {
      'node_modules/tool': { version: '2.0.0', optionalDependencies: { part: '1.0.0' } },
      'node_modules/tool/node_modules/part': { version: '1.0.0' },
    };
    expect(complete({ packages }).added).toEqual([]);
  });
});

describe('an old Node', () => {
  it.each(['18.20.4', '20.18.3'])('such as %s gets one sentence with the cure', (node) => {
    const said = vi.fn();
    const exit = vi.fn();
    vi.stubGlobal('process', { versions: { node }, exit });
    vi.stubGlobal('console', { error: said });
    checkNode();
    expect(exit).toHaveBeenCalledWith(1);
    expect(said.mock.calls[0]?.[0]).toMatch(/needs Node 20\.19 or newer.*Install/);
  });

  it.each(['20.19.0', '22.13.0', '24.0.0'])('is not one such as %s', (node) => {
    const exit = vi.fn();
    vi.stubGlobal('process', { versions: { node }, exit });
    checkNode();
    expect(exit).not.toHaveBeenCalled();
  });
});
