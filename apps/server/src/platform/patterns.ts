/** The text as a pattern of SQL's `like` that means itself: per cent, underscore and backslash stand for themselves. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** A pattern of SQL's `like` for whatever holds the text. */
export const containing = (text: string): string => `%${literally(text)}%`;
