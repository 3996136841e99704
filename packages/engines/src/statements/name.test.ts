import { describe, expect, it } from 'vitest';
import { nameWarnings } from './name.ts';

describe('the name of a file', () => {
  it.each([
    ['june.csv', 'csv'],
    ['JUNE.CSV', 'csv'],
    ['june.xls', 'xlsx'],
    ['june.ofx', 'qfx'],
    ['june.xml', 'camt053'],
    ['june.xml', 'ofx2'],
    ['june.sta', 'mt940'],
    ['june.txt', 'mt940'],
    ['june.zip', 'csv'],
    ['june', 'qif'],
    ['statement.2026-06', 'csv'],
  ] as const)('%s agrees with %s', (name, format) => {
    expect(nameWarnings(name, format)).toEqual([]);
  });

  it.each([
    ['june.csv', 'ofx1'],
    ['june.qif', 'csv'],
    ['june.xml', 'csv'],
    ['june.csv.pdf', 'csv'],
    ['receipt.jpg', 'csv'],
    ['june.exe', 'qif'],
  ] as const)('%s does not agree with %s, which is said', (name, format) => {
    const [warning] = nameWarnings(name, format);
    expect(warning?.code).toBe('name_disagrees');
    expect(warning?.message).toContain(name.slice(name.lastIndexOf('.')));
  });
});
