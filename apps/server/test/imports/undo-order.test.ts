/** Files that overlap, brought and undone in any order, end where those that remain would have ended alone. */
import { fc } from '../ranges.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeWorld } from '../world.ts';
import type { Caller, World } from '../world.ts';
