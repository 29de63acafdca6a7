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

/** What may wait for somebody at the desk, in the order it is shown. */
export const DESK_TASKS = [
  'accept',
  'appeal',
  'name_groups',
  'confirm_groups',
  'consultation',
  'publish',
  'closing',
  'summarise',
  'acknowledge',
  'answer',
  'recheck',
  'post_notice',
  'opposition',
  'sign',
  'start',
  'silent',
  'check',
  'callbacks',
  'joins',
  'pictures',
  'drawings',
  'site_pictures',
  'handover',
] as const;
export type DeskTask = (typeof DESK_TASKS)[number];
