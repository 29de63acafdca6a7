import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { askNoVisits, dropVisit, noteNeed, recordVisit } from '@/features/visits/actions';
import { recordFields } from '@/features/visits/components/fields';
import { messages } from '@/features/visits/messages';
import { teamDoor } from '@/features/visits/queries/team';
import * as to from '@/lib/addresses';
import { isRefusedHere } from '@/lib/aside';
import { clockIn } from '@/lib/calendar';
import { formatDate, pick } from '@/lib/words';

/** One door, for somebody of the team: what was said there, what it needs, and that it wants no visits. */
export default actPage(['home'], async ({ locale, community, home: household, call, form }) => {
  const home = await teamDoor(call, { household });
  if (!home) return null;
  const t = pick(messages, locale);
  const back = to.act(locale, community, 'visits');
  const about = { household };
  return (
    <>
      <PageTitle
        crumb={<a href={back}>{t.team.back}</a>}
        title={t.home(home)}
        lead={home.quiet ? t.one.quiet : home.captain ? undefined : t.team.seen}
      />
      {home.captain && (
        <p>
          <a className="tap" href={to.door(locale, community, 'visits', 'homes', household)}>
            {t.team.asCaptain}
          </a>
        </p>
      )}
      {home.asked && <p>{t.team.plannedHere(formatDate(home.asked.day, locale), t.purposes[home.asked.purpose])}</p>}
      <KeptForm
        {...form}
        action={recordVisit}
        about={about}
        fields={recordFields(
          { people: [], quiet: home.quiet, plan: home.asked ?? undefined },
          clockIn(home.now),
          locale,
        )}
        back={back}
        submitLabel={t.act.recordSubmit}
      />
      <details className="entry" open={isRefusedHere('need')}>
        <summary className="tap">{t.one.need}</summary>
        <p>{t.team.needLead}</p>
        <KeptForm
          {...form}
          id="need"
          action={noteNeed}
          about={about}
          fields={[{ kind: 'textarea', name: 'wording', label: t.act.wording, hint: t.act.wordingHint, rows: 3 }]}
          back={back}
          submitLabel={t.act.needSubmit}
        />
      </details>
      {home.asked && (
        <details className="entry" open={isRefusedHere('cannot')}>
          <summary className="tap">{t.team.cannot}</summary>
          <KeptForm
            {...form}
            id="cannot"
            action={dropVisit}
            about={about}
            fields={[{ kind: 'textarea', name: 'reason', label: t.act.dropReason, rows: 2 }]}
            back={back}
            submitLabel={t.team.cannot}
            ghost
          />
        </details>
      )}
      {!home.quiet && (
        <details className="entry">
          <summary className="tap">{t.one.quietGo}</summary>
          <p>{t.team.quietLead}</p>
          <KeptForm
            {...form}
            id="quiet"
            action={askNoVisits}
            about={about}
            back={back}
            submitLabel={t.one.quietGo}
            ghost
          />
        </details>
      )}
    </>
  );
});
