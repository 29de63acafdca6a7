import { Section } from '@/components/page/section';
import { deskToday } from '@/features/desk/queries';
import { messages } from '@/features/me/messages';
import type { MyToday } from '@/features/me/queries';
import { doorsToAsk } from '@/features/objections/queries/raised';
import { doorRounds } from '@/features/opinions/queries/door';
import { messages as people } from '@/features/people/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Props {
  roles: MyToday['roles'];
  person: number;
  locale: Locale;
}

/** What waits in an office: at the desk as many lines as stand there, at the doors households still to be heard or asked. */
async function waitingIn({ community, role }: Props['roles'][number], person: number): Promise<number> {
  const call = { by: { person }, community };
  if (role !== 'captain') return (await deskToday(call, {}))?.lines.length ?? 0;
  const unheard = (await doorRounds(call, {})) ?? [];
  const unasked = (await doorsToAsk(call, {})) ?? [];
  return unheard.reduce((sum, one) => sum + (one.open ? one.households - one.heard : 0), 0) + unasked.length;
}

/** A line for each office: where its work is, and how much waits there. */
export async function Work({ roles, person, locale }: Props) {
  if (roles.length === 0) return null;
  const { me: t } = pick(messages, locale);
  const offices: Record<string, string> = pick(people, locale).roles;
  const lines = [];
  for (const one of roles) lines.push({ ...one, waits: await waitingIn(one, person) });
  return (
    <Section title={t.work} id="work">
      <ul className="entries">
        {lines.map((one) => {
          const captain = one.role === 'captain';
          return (
            <li key={`${one.community}-${one.role}`}>
              <a className="tap" href={(captain ? to.door : to.desk)(locale, one.community)}>
                {(captain ? t.door : t.desk)(one[locale], offices[one.role] ?? one.role)}
              </a>
              <p className="crumb">{(captain ? t.doorsWait : t.deskWaits)(one.waits)}</p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
