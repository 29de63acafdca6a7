import { createHmac } from 'node:crypto';
import { env } from './env';

/** The hidden field by which a form says whose it is. */
export const MARK = '$who';

/** Whose a form is, for us alone: it tells nobody who that is, and grants nothing. */
export const markOf = (personId: number): string =>
  createHmac('sha256', env.authSecret).update(`form:${personId}`).digest('base64url').slice(0, 22);

/** Of the form that was posted; empty where it has none. */
export const markIn = (data: FormData): string => {
  const mark = data.get(MARK);
  return typeof mark === 'string' ? mark.slice(0, 22) : '';
};

/** Whether a form was made for this person. */
export const isSender = (data: FormData, personId: number): boolean => data.get(MARK) === markOf(personId);
