import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '@kinwise/core/capabilities';
import { STAFF_ROLES } from '@kinwise/core/staff';
import { i18n } from '@lingui/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { roleWord } from './role-words.ts';

describe('Roles in the staff portal', () => {
  beforeAll(() => {
    i18n.loadAndActivate({ locale: 'en-NZ', messages: {} });
  });

  test('have names, of staff and of households', () => {
    expect(STAFF_ROLES.map(roleWord)).toEqual(['Viewer', 'Editor', 'Manager', 'Superadmin']);
    expect(ROLES.map(roleWord)).toContain('Parent');
    expect(ROLES.filter((role) => roleWord(role) === role)).toEqual([]);
    expect(roleWord('auditor')).toBe('auditor');
  });

  test('are shown by their names on every page', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.tsx'));
    const raw = files.filter((file) =>
      /\{(?:[\w.]+\.)?(?:staff_)?role\}|\(\$\{role\}\)|staff_role\]\]/.test(
        readFileSync(join(import.meta.dirname, file), 'utf8').replaceAll(
          /(?:key|value)=\{role\}|'[^'\n]*'/g,
          '',
        ),
      ),
    );
    expect(raw).toEqual([]);
  });
});
