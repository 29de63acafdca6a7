// Every field of every form, one at a time, with what it cannot hold: also the forms whose state the story has left
// behind, which no page shows any more.
import type { Try } from './acts-table';
import type { Said } from './visitor';

const TOO_LONG = '长'.repeat(13_000);
const numbers = ['-1', '1.5', '2147483648', '9007199254740991', '99999999999999999999', '一'];
const days = ['2026-13-45', '99999-01-01', '昨天', ''];

const places = ['building:2147483648', 'entrance:99999999999999', 'building:', 'somewhere:1'];

/** What may not stand where this stands. */
const spoiled = (value: string): string[] => [
  TOO_LONG,
  ...(/^\d+$/.test(value) ? numbers : []),
  ...(/^building:\d+$/.test(value) ? places : []),
  ...(/^\d{4}-\d\d-\d\d$/.test(value) ? days : []),
];

/** A server action of the build, and a page it can be sent from. */
export interface Action {
  id: string;
  page: string;
}

/** Resolves what was found wrong, and how many forms were sent. */
export async function trySpoiled({
  actions,
  tries,
  send,
}: {
  actions: ReadonlyMap<string, Action>;
  tries: Record<string, Try>;
  send: (action: Action, values: Record<string, string>) => Promise<Said>;
}): Promise<{ found: string[]; sent: number }> {
  const found: string[] = [];
  let sent = 0;
  for (const [name, { values, bare }] of Object.entries(tries)) {
    const action = actions.get(name);
    if (!action || bare) continue;
    for (const [field, value] of Object.entries(values))
      for (const wrong of spoiled(value)) {
        const answer = await send(action, { ...values, [field]: wrong });
        sent += 1;
        const what = `${name} with ${field} = ${wrong.slice(0, 20)}`;
        const code = /"refusal":\{"code":"(\w+)"/.exec(answer.body)?.[1];
        if (answer.status >= 500) found.push(`${what}: status ${answer.status}`);
        else if (!code) found.push(`${what}: taken`);
        else if (code === 'invalid' && !/"fieldErrors":\{"/.test(answer.body)) found.push(`${what}: no field is named`);
        else if (code === 'invalid' && !answer.body.includes(JSON.stringify(wrong).slice(1, -1)))
          found.push(`${what}: it does not come back`);
      }
  }
  return { found, sent };
}
