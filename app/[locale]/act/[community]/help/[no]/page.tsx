import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { Ring } from '@/components/page/telephone';
import { PageTitle } from '@/components/page/title';
import { joinFirst } from '@/features/people/components/join-first';
import { joinHelp, leaveHelp } from '@/features/skills/actions';
import { whenWanted } from '@/features/skills/components/calls';
import { callShown } from '@/features/skills/input';
import { messages } from '@/features/skills/messages';
import { myCall } from '@/features/skills/queries/mine';
import * as to from '@/lib/addresses';
import { showing } from '@/lib/shown';
import { communityNamed } from '@/lib/site';
import { pick } from '@/lib/words';

/** Helpers wanted, for whoever is signed in: coming, and not coming after all. */
export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await myCall(call, { no });
  if (!one) return null;
  const { call: t, board, home: named } = pick(messages, locale);
  const first = one.homes.length === 0 ? await joinFirst({ call, community, locale }) : undefined;
  const open = one.state === 'open';
  const telephone = (await communityNamed(community))?.telephone;
  const enough = one.helpers >= one.people;
  return (
    <>
      <PageTitle crumb={<a href={to.skills(locale, community)}>{t.all}</a>} title={one.title} />
      <Facts
        items={[
          { key: 'when', term: t.when, value: whenWanted(one, locale) },
          { key: 'where', term: t.where, value: one.place },
          { key: 'people', term: t.people, value: String(one.people) },
        ]}
      />
      {one.words && (
        <p>
          <Written>{one.words}</Written>
        </p>
      )}
      {one.cancelled && (
        <p>
          <Written>{board.cancelled(one.reason)}</Written>
        </p>
      )}
      {one.thanked && (
        <p>
          <Written>{one.thanks}</Written>
        </p>
      )}
      {one.state === 'over' && <p>{t.over}</p>}
      {one.own && (
        <Notice title={t.own}>
          {open && telephone && (
            <p>
              <Ring className="tap" number={telephone} says={t.ask(telephone)} />
            </p>
          )}
          <p>
            <a className="tap" href={to.me(locale, 'skills')}>
              {t.name}
            </a>
          </p>
        </Notice>
      )}
      {one.own && open && (
        <KeptForm
          {...form}
          id="leave"
          action={leaveHelp}
          about={{ helper: one.own.helper }}
          submitLabel={t.leave}
          ghost
        />
      )}
      {!one.own && open && enough && <p>{t.enough}</p>}
      {!one.own && open && first}
      {!one.own &&
        open &&
        !enough &&
        one.homes.map((home) => (
          <Section key={home.household} title={named(home)} id={`home-${home.household}`}>
            <KeptForm
              {...form}
              id={`join-${home.household}`}
              action={joinHelp}
              about={{ call: no, household: home.household, shown: showing(callShown(one)) }}
              fields={[{ kind: 'text', name: 'name', label: t.name, hint: t.nameHint }]}
              submitLabel={t.join}
            />
          </Section>
        ))}
    </>
  );
});
