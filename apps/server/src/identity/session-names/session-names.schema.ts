import { z } from 'zod';
import { line } from '../../platform/fields.ts';

export const renamingSchema = z
  .strictObject({ device_name: line(100, 1) })
  .meta({ id: 'SessionRenaming', examples: [{ device_name: 'Kitchen tablet' }] });
