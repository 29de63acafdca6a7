import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { correctMinutes, strike, tellThere } from '@/features/meetings/actions';
import { messages } from '@/features/meetings/messages';
import { standsOf, stateOf } from '@/features/meetings/queries/board';
import type { myMeeting, OwnHome } from '@/features/meetings/queries/mine';
import { doorsOpen } from '@/features/meetings/rules';
import type { Locale } from '@/lib/edition';
import { formatDate, formatMoment, pick } from '@/lib/words';
import { comingSaid, OwnComing } from './coming';
import { Corrections } from './minutes';

interface Props {
  one: NonNullable<Awaited<ReturnType<typeof myMeeting>>>;
  home: OwnHome;
  path: string;
  form: { community: string; locale: Locale };
}

/** What one household has to do with a meeting: it is asked to come, says that it comes and that it is there, and puts the minutes right. */
export function OwnHomeShown({ one, home, path, form }: Props) {
  const { locale } = form;
  const t = pick(messages, locale);
  const stands = standsOf(one);
  const state = stateOf(one, one.now);
  const opens = doorsOpen(stands.startsAt);
  const about = { meeting: one.no, household: home.household };
  const mayTell = !home.there && one.now >= opens && one.now < stands.endsAt && state !== 'cancelled';
  const mayStrike = home.there && !home.spoke && state !== 'fixed' && state !== 'cancelled';
  const came = one.now >= stands.startsAt && state !== 'cancelled';
  return (
    <Section title={t.home(home)} id={`home-${home.household}`}>
      {(came || home.there) && <Notice title={home.there ? t.mine.there : t.mine.notThere} />}
      {!came && !home.there && <p>{home.invited ? t.mine.invited : t.mine.notInvited}</p>}
      {state === 'called' && !home.there && (
        <>
          <Notice title={comingSaid(one, home, locale)} />
          <p>{home.coming ? t.mine.comingSeen : t.mine.come}</p>
          <OwnComing one={one} home={home} back={path} form={form} />
        </>
      )}
      {came && !home.there && !mayTell && <p>{one.minutedAt ? t.mine.wasThereLate : t.mine.wasThere}</p>}
      {state === 'called' && one.now < opens && <p>{t.mine.early(formatMoment(opens, locale))}</p>}
      {mayTell && (
        <>
          <p className="crumb">{t.mine.tellHint}</p>
          <KeptForm
            {...form}
            id={`tell-${home.household}`}
            action={tellThere}
            about={about}
            submitLabel={t.mine.tell}
          />
        </>
      )}
      {home.corrections.length > 0 && (
        <>
          <h3>{t.mine.asked}</h3>
          <Corrections
            corrections={home.corrections}
            items={one.items}
            locale={locale}
            whose={(of) => formatDate(of.on, locale)}
          />
        </>
      )}
      {state === 'open' && home.there && home.livedThere && (
        <>
          <h3>{t.mine.correct}</h3>
          <KeptForm
            {...form}
            id={`correct-${home.household}`}
            action={correctMinutes}
            about={about}
            fields={[
              {
                kind: 'select',
                name: 'position',
                label: t.mine.which,
                options: one.items.map((item) => ({ value: String(item.position), label: item.title })),
                // Of one matter nobody is asked which.
                ...(one.items.length === 1 && { defaultValue: String(one.items[0]?.position) }),
              },
              { kind: 'textarea', name: 'words', label: t.mine.words, hint: t.mine.wordsHint, rows: 3 },
            ]}
            submitLabel={t.mine.submit}
          />
        </>
      )}
      {home.there && home.spoke && <p>{t.mine.spoke}</p>}
      {mayStrike && (
        <>
          <p className="crumb">{t.mine.strikeHint}</p>
          <KeptForm
            {...form}
            id={`strike-${home.household}`}
            action={strike}
            about={about}
            submitLabel={t.mine.strike}
            ghost
          />
        </>
      )}
    </Section>
  );
}
