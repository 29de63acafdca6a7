import { type NotTaken, notTaken, type Trouble } from './message';

/** The request never left, or was turned away before anybody read it. */
const away = [
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ENETDOWN', 'UND_ERR_CONNECT_TIMEOUT'],
];

function failed(error: unknown): NotTaken {
  const { name, cause } = error as Error & { cause?: { code?: unknown } };
  const code = typeof cause?.code === 'string' ? cause.code : name;
  if (away.includes(code)) return notTaken('busy', code);
  return notTaken(/CERT|TLS|SIGNATURE/.test(code) ? 'settings' : 'unsure', code);
}

/** Statuses that say by themselves whether somebody has taken the message. */
function byStatus(status: number): Trouble | undefined {
  if (status === 429 || status === 503) return 'busy';
  if (status >= 500) return 'unsure';
  return status >= 300 && status < 400 ? 'settings' : undefined;
}

interface Asked {
  url: string;
  headers: Record<string, string>;
  body: string;
  patience: number;
}

/** Posts once and follows nobody elsewhere. `json` is undefined where the answer is none. */
export async function post({
  url,
  headers,
  body,
  patience,
}: Asked): Promise<{ status: number; json: unknown } | NotTaken> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
    const text = await answer.text();
    const trouble = byStatus(answer.status);
    if (trouble) return notTaken(trouble, `status ${answer.status}`);
    return { status: answer.status, json: parsed(text) };
  } catch (error) {
    return failed(error);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer that is none of this gateway: a page of a proxy with 200 leaves it open whether it was taken. */
export const unreadable = (status: number): NotTaken =>
  notTaken(status < 300 ? 'unsure' : 'settings', `status ${status}`);

/**
 * A code as its vendor lists it, or as it lists the whole family (`Throttling.User`: `Throttling`). Any other is a
 * refusal that the settings must be mended for. Nothing is repeated that does not look like a code.
 */
export function byCode(known: Record<string, Trouble>, code: string): NotTaken {
  const family = code.split('.')[0] ?? '';
  return notTaken(known[code] ?? known[family] ?? 'settings', /^[A-Za-z][\w.]{0,79}$/.test(code) ? code : 'no code');
}
