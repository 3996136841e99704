import { CloudOff } from 'lucide-react';
import { expect, it } from 'vitest';
import { PLACES } from './navigation.ts';

it('no place bears the sign of waiting for signal, which says how things stand', () => {
  expect(PLACES.filter(({ icon }) => icon === CloudOff)).toEqual([]);
});
