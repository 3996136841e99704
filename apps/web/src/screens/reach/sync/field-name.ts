import { fieldWords } from '../../insight/changes/field-words.ts';

/** The name of a field in words: what it names by an id is called as the thing itself. */
export function fieldName(field: string): string {
  return fieldWords(field.replace(/_id$/, ''));
}
