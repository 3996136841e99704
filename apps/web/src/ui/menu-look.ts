/** The look shared by everything that floats: menus, lists of a select, suggestions. */
export const POPUP =
  'kw-pop rounded-cell border border-line bg-raised p-1.5 shadow-float outline-none text-body text-ink';

export const ITEM =
  'flex min-h-10 cursor-default items-center gap-2.5 rounded-[10px] px-3 py-1.5 outline-none select-none max-lg:min-h-11 ' +
  'data-[highlighted]:bg-good-soft data-[disabled]:opacity-50';
