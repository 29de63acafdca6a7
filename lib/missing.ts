import { currentAnswer } from './answer';

/**
 * Says that what was posted has reached whoever it was sent to. What fails before that was no form of ours, and is
 * answered with a 400 instead of a 500.
 */
export function understood(): void {
  const answer = currentAnswer();
  if (answer) answer.understood = true;
}

/**
 * Sets the status of the answer being made, for a dynamic page that then returns `<Missing/>` (or another full page).
 *
 * Next's `notFound()` answers 404 with an empty body until scripts run; this keeps the body.
 *
 * @param status 404 (a row you may not see is not found), 403, 409, 410 or another status from 400 to 499.
 * @param retryAfter seconds after which to try again, of a 429.
 * @throws RangeError for any other status.
 */
export function missing(status = 404, retryAfter?: number): void {
  if (!Number.isInteger(status) || status < 400 || status > 499) throw new RangeError(`Not a refusal: ${status}`);
  const answer = currentAnswer();
  if (!answer || answer.response.headersSent) return;
  answer.status = status;
  answer.response.statusCode = status;
  if (retryAfter !== undefined) answer.response.setHeader('retry-after', String(retryAfter));
}
