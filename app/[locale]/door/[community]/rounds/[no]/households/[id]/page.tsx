import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { noteVisit, recordOpinion } from '@/features/opinions/actions';
import { Coverage, Doors } from '@/features/opinions/components/doors';
import { proofFields, saidFields } from '@/features/opinions/components/fields';
import { SaidSoFar } from '@/features/opinions/components/said-so-far';
import { Saved } from '@/features/opinions/components/saved';
import { Visits } from '@/features/opinions/components/visits';
import { messages } from '@/features/opinions/messages';
import { doorHousehold } from '@/features/opinions/queries/door';
import { progressOf } from '@/features/opinions/rules';
import { Clauses } from '@/features/plans/components/plan-text';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { pick } from '@/lib/words';

export default actPage(['no', 'id'], async ({ locale, community, no, id: household, call, search, form }) => {
  const page = await doorHousehold(call, { no, household });
  if (!page) return null;
  const t = pick(messages, locale);
  const { door, neighbours } = page;
  const entrance = to.door(locale, community, 'rounds', no, 'entrances', door.entranceId);
  const next = page.next ? to.door(locale, community, 'rounds', no, 'households', page.next.household) : entrance;
  const saved = neighbours.find((one) => String(one.household) === search.saved);
  const here = { ...form, next: `${next}?saved=${household}` };
  const about = { round: no, household };
  return (
    <>
      <PageTitle
        crumb={<a href={entrance}>{t.entrance(door.building, door.entrance)}</a>}
        title={`${door.door} · ${t.doors[door.state]}`}
        next={<a href="#doors">{t.door.coverage(progressOf(neighbours))}</a>}
      />
      {saved && <Saved door={saved} slug={community} round={no} locale={locale} />}
      {door.carried && <p className="crumb">{t.door.carried}</p>}
      {door.said.length > 0 && <SaidSoFar said={door.said} current={door.current?.seq ?? null} locale={locale} />}
      {door.visits.length > 0 && <Visits visits={door.visits} locale={locale} />}
      {door.current?.own && <p>{t.door.ownWord}</p>}
      {page.blocked && (
        <Notice kind="warn">
          <p>{inWords(page.blocked, locale, messages).message}</p>
        </Notice>
      )}
      <details>
        <summary className="tap">{t.door.plan}</summary>
        <p>{page.planSummary}</p>
        <Clauses clauses={page.clauses} locale={locale} />
      </details>
      {!page.blocked && (
        <>
          <KeptForm
            action={recordOpinion}
            fields={[...saidFields(locale, page.version, {}, true), ...proofFields(locale, page.witnesses)]}
            {...here}
            about={{ ...about, version: page.version, seen: door.current?.id ?? 0 }}
            submitLabel={t.door.record}
          />
          <Section title={t.door.quick}>
            <KeptForm
              id="visit"
              action={noteVisit}
              fields={[
                {
                  ...{ kind: 'radio', name: 'outcome', label: t.door.outcome },
                  options: [
                    { value: 'not_home', label: t.door.notHome },
                    { value: 'refused', label: t.door.refused },
                  ],
                },
              ]}
              {...here}
              about={about}
              submitLabel={t.door.note}
              ghost
            />
          </Section>
        </>
      )}
      {page.next && (
        <p>
          <a className="tap" href={next}>
            {t.door.next(page.next.door)}
          </a>
        </p>
      )}
      <Section title={t.door.doors(neighbours.length)} id="doors">
        <Coverage progress={progressOf(neighbours)} locale={locale} />
        <Doors doors={neighbours} slug={community} round={no} locale={locale} here={household} />
      </Section>
    </>
  );
});
