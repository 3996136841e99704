/** Which entry was merged into which: it decides what a file that comes again has brought already, and what an undo brings back. */
export { mergedInto, readMerged, trashedBefore } from './merges.store.ts';
