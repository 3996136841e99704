import { parseDay } from '@kinwise/core/days';

/** The filters of the activity, as the address has them. */
export type ActivitySearch = {
  readonly member?: string;
  readonly kind?: string;
  readonly risk?: 'medium' | 'high';
  readonly from?: string;
  readonly to?: string;
};

/** Keeps what is understood and drops the rest. */
export function activitySearch(search: Record<string, unknown>): ActivitySearch {
  const text = (name: string, form: RegExp) => {
    const value = search[name];
    return typeof value === 'string' && form.test(value) ? { [name]: value } : {};
  };
  const on = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && parseDay(value) ? { [name]: value } : {};
  };
  return {
    ...text('member', /^[0-9a-f-]{36}$/),
    ...text('kind', /^[a-z_]{1,40}$/),
    ...text('risk', /^(medium|high)$/),
    ...on('from'),
    ...on('to'),
  };
}
