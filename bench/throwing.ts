import { gather, throwingAt } from '../tests/system/uploads';

/** Pictures nobody should send, twenty at once, for so many seconds. */
export async function throwOn(port: number, seconds: number): Promise<void> {
  const place = { port, host: `127.0.0.1:${port}` };
  const { people, author } = await gather(place);
  const thread = await throwingAt(place, { people, author, seconds });
  await thread.turn();
  thread.end();
  for (const visit of people) visit.end();
}
