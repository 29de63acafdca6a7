/** Where a reader of letters stands: those read already come after those unread; within each the newest first. */
export interface LetterCursor {
  read: boolean;
  id: number;
}

/** `u42` after unread letter 42, `r42` after read letter 42. */
export const cursorText = ({ read, id }: LetterCursor): string => `${read ? 'r' : 'u'}${id}`;

export function cursorFrom(text: string): LetterCursor | undefined {
  const found = /^([ur])([1-9]\d{0,8})$/.exec(text);
  return found ? { read: found[1] === 'r', id: Number(found[2]) } : undefined;
}
