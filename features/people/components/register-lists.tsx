import type { ReactNode } from 'react';
import { Pager } from '@/components/data/pager';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/people/messages';
import type { Change, Lists, registerPlan } from '@/features/people/queries/plan';
import type { ListName } from '@/features/people/queries/plan-lists';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatArea } from '@/lib/quantity';
import { type Line, Lines } from './lines';

export type Plan = NonNullable<Awaited<ReturnType<typeof registerPlan>>>;

interface Told<Item> {
  title: string;
  warn?: true;
  line: (one: Item) => Line;
}

/** What changes at one door: what is kept → what the sheet says. */
function changeWords(change: Change, locale: Locale): string {
  const { register: t, home } = messages[locale];
  const named = (text: string | null) => (text ?? '').replace('@developer', t.developer);
  const said = {
    area: change.area?.map((area) => `${formatArea(area)} m²`),
    status: change.status?.map((status) => t.statuses[status]),
    owners: change.owners?.map(named),
    voter: change.voter?.map(named),
    phones: change.phones?.map(named),
    home: change.home?.map((lived) => t.lived[lived ? 'yes' : 'no']),
  };
  const parts = (Object.keys(said) as (keyof typeof said)[]).flatMap((key) => {
    const [was, now] = said[key] ?? [];
    return was === undefined && now === undefined ? [] : [`${t.what[key]} ${t.from(was ?? '', now ?? '')}`];
  });
  return `${home(change.building, change.entrance, change.door)}${t.colon}${parts.join(t.semicolon)}`;
}

/** How each list of a trial is told. */
function told(community: string, locale: Locale): { [L in ListName]: Told<Lists[L][number]> } {
  const { register: t, home, entrance } = messages[locale];
  const at = (one: { building: string; entrance: number; door: string }) => home(one.building, one.entrance, one.door);
  return {
    shared: { title: t.sharedTitle, warn: true, line: ({ phone, names }) => t.shared(phone, names.join(t.and)) },
    taken: { title: t.takenTitle, warn: true, line: ({ phone, name }) => t.taken(phone, name) },
    changes: { title: t.changesTitle, line: (change) => changeWords(change, locale) },
    doors: {
      title: t.newDoors,
      line: ({ owners, ...door }) =>
        owners ? `${at(door)}${t.colon}${owners.replace('@developer', t.developer)}` : at(door),
    },
    empty: { title: t.emptyTitle, line: (one) => `${at(one)}${t.colon}${t.emptied[one.what]}` },
    sellers: {
      title: t.sellersTitle,
      warn: true,
      line: ({ resident, ...one }) => ({
        text: t.seller(at(one), one.name),
        href: to.desk(locale, community, 'residents', resident, 'revocation'),
      }),
    },
    missing: { title: t.missingTitle, line: at },
    alike: {
      title: t.alikeTitle,
      warn: true,
      line: (one) => t.alike(entrance(one.building, one.entrance), one.doors.join(t.and)),
    },
  };
}

export interface Place {
  plan: Plan;
  sheet: string;
  community: string;
  locale: Locale;
}

const address = ({ sheet, community, locale }: Omit<Place, 'plan'>, ...more: (string | number)[]) =>
  to.desk(locale, community, 'register', sheet, ...more);

/** One list of a trial, and where it goes on. */
export function TrialList<L extends ListName>({
  name,
  plan,
  children,
  ...at
}: Place & { name: L; children?: ReactNode }) {
  const t = messages[at.locale].register;
  const { title, warn, line }: Told<Lists[L][number]> = told(at.community, at.locale)[name];
  const all: Lists[L] = plan[name];
  const { count, next } = plan.lists[name];
  return (
    <Lines id={name} title={t.counted(title, count)} lines={all.map(line)} warn={warn}>
      {next !== null && (
        <p>
          <a className="tap" href={address(at, name, 'after', next)}>
            {t.goesOn(count - all.length)}
          </a>
        </p>
      )}
      {children}
    </Lines>
  );
}

/** What of a trial stands under headings of its own. */
export function trialParts({ plan, community, locale }: Place) {
  const { counted } = messages[locale].register;
  const lists = told(community, locale);
  return (['doors', 'changes', 'empty', 'missing'] as const)
    .filter((name) => plan[name].length > 0)
    .map((id) => ({ id, title: counted(lists[id].title, plan.lists[id].count) }));
}

/** A further page of one list of a trial. */
export function TrialPage({ name, file, plan, ...at }: Place & { name: ListName; file: string }) {
  const t = messages[at.locale].register;
  const { title, line }: Told<never> = told(at.community, at.locale)[name];
  const { next } = plan.lists[name];
  const back = address(at);
  return (
    <>
      <PageTitle title={title} lead={t.pageOf(file)} />
      <Lines title={t.further} lines={plan[name].map(line as (one: unknown) => Line)} />
      <Pager previous={back} {...(next !== null && { next: address(at, name, 'after', next) })} locale={at.locale} />
      <Actions>
        <ActionLink href={back} ghost>
          {t.backToTrial}
        </ActionLink>
      </Actions>
    </>
  );
}
