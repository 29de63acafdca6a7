/** Whether a post comes from this site's own pages: Origin must be there and be ours. */
export function isOurOrigin({ origin, host }: { origin?: string | null; host?: string | null }): boolean {
  if (!origin || origin === 'null' || !host || !URL.canParse(origin)) return false;
  const from = new URL(origin).host;
  const allowed = process.env.TONGXIN_URL ? new URL(process.env.TONGXIN_URL).host : host;
  return from === host || from === allowed;
}
