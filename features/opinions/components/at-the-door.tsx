import { Pictures } from '@/components/data/pictures';
import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { Clauses } from '@/features/plans/components/plan-text';
import { HomeCard } from '@/features/siteplan/components/consequence';
import { Drawing } from '@/features/siteplan/components/drawing';
import * as to from '@/lib/addresses';
import { isRefusedHere } from '@/lib/aside';
import type { Locale } from '@/lib/edition';
import { keptOf } from '@/lib/kept';
import { formatMoment, pick } from '@/lib/words';
import { noteVisit, recordOpinion } from '../actions';
import { messages } from '../messages';
import type { doorHousehold } from '../queries/household';
import { proofFields, saidAtField, saidFields } from './fields';

export type AtDoor = NonNullable<Awaited<ReturnType<typeof doorHousehold>>>;

interface Props {
  page: AtDoor;
  locale: Locale;
}

/** The plan to read aloud: its drawing and one sentence for each change, the rest folded. */
export function PlanToRead({ page, locale }: Props) {
  const t = pick(messages, locale).door;
  const changed = page.clauses.filter((one) => one.changed);
  const [drawing] = page.drawings;
  const { over, version, door } = page;
  return (
    <>
      {over && <HomeCard over={over} version={version} home={door} locale={locale} />}
      {over && <Drawing id="site-plan" title={page.planTitle} site={over.site} plan={over.shapes} locale={locale} />}
      {drawing && !over && (
        <Pictures
          items={[
            {
              key: String(drawing.id),
              src: to.picture(drawing.id, 'small'),
              alt: drawing.caption,
              large: to.picture(drawing.id, 'large'),
              caption: drawing.caption,
              width: drawing.width,
              height: drawing.height,
            },
          ]}
        />
      )}
      {changed.length > 0 && (
        <>
          <h3 className="also">{t.changes}</h3>
          <ul className="ways">
            {changed.map((one) => (
              <li key={one.no}>{one.text}</li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary className="tap">{t.plan}</summary>
        <p>{page.planSummary}</p>
        <Clauses clauses={page.clauses} locale={locale} />
      </details>
    </>
  );
}

/** What a household says, or that nobody was there: what is done in one tap first, everything else on demand. */
export async function WriteDown(
  props: Props & {
    form: { community: string; locale: Locale };
    next: string;
    /** They come from the list of a meeting, and go back there. */
    back: string | undefined;
  },
) {
  const { page, locale, form, next, back } = props;
  const atMeeting = back !== undefined;
  const t = pick(messages, locale);
  const { door, lastProof: habit } = page;
  const about = { round: page.no, household: door.household };
  const saying = { ...about, version: page.version, seen: door.current?.id ?? 0 };
  const following = page.toTry[0]?.door ?? null;
  const witness = page.witnesses.find((one) => one.id === habit?.witnessId)?.name ?? habit?.witness ?? '';
  const again = habit?.again && !(door.quiet && habit.channel === 'door') ? habit : null;
  const isOpen = !again || isRefusedHere('form') || (await keptOf('form')) !== undefined;
  return (
    <Section title={t.door.ask(door.door)} id="say">
      {page.met && (
        <details className="entry" open={isRefusedHere('met') || atMeeting}>
          <summary className="tap">{t.door.atMeeting}</summary>
          <p>{t.door.atMeetingWhy}</p>
          <KeptForm
            {...form}
            id="met"
            action={recordOpinion}
            about={{ ...saying, channel: 'meeting', proof: 'attendance' }}
            fields={saidFields(locale, page.version, {}, true)}
            next={back ?? next}
            submitLabel={t.door.atMeetingSubmit}
          />
        </details>
      )}
      <div className="one-tap">
        {again && (
          <KeptForm
            {...form}
            id="supports"
            action={recordOpinion}
            about={{
              ...saying,
              stance: 'support',
              channel: again.channel,
              proof: again.proof,
              again: 'yes',
              ...(again.witnessId === null ? { witnessName: witness } : { witness: again.witnessId }),
            }}
            fields={[
              {
                kind: 'radio',
                name: 'present',
                label: t.door.witness,
                options: [{ value: 'yes', label: t.door.hereToo(witness) }],
                tiles: true,
                needed: true,
                tells: 'witness',
              },
            ]}
            next={next}
            submitLabel={t.door.supportsNow(following)}
          >
            <p className="crumb">{t.door.supportsHow(t.proofs[again.proof])}</p>
          </KeptForm>
        )}
        {!door.quiet && (
          <KeptForm
            {...form}
            id="visit"
            action={noteVisit}
            about={about}
            next={next}
            submitLabel={t.door.note}
            choose={{
              name: 'outcome',
              options: [
                { value: 'not_home', label: t.door.notHome },
                { value: 'refused', label: t.door.refused },
              ],
            }}
          />
        )}
      </div>
      <details className="entry" open={isOpen}>
        <summary className="tap">{t.door.more}</summary>
        {!again && !door.quiet && <p>{t.door.firstToday}</p>}
        <KeptForm
          {...form}
          action={recordOpinion}
          fields={[
            ...saidFields(locale, page.version, {}, true),
            ...proofFields(locale, page.witnesses, { habit, quiet: door.quiet }),
            saidAtField(locale),
          ]}
          about={saying}
          next={next}
          submitLabel={following ? t.door.recordNext(following) : t.door.record}
        />
      </details>
    </Section>
  );
}

/** Where to knock next: doors nobody has tried, then those where nobody was home, at most five. */
export function NextDoors({ page, slug, locale }: Props & { slug: string }) {
  const t = pick(messages, locale).door;
  if (page.toTry.length === 0) return null;
  return (
    <Section title={t.toTry} id="next">
      <ul className="ways">
        {page.toTry.slice(0, 5).map(({ household, door, visits }) => (
          <li key={household}>
            <a className="tap" href={to.door(locale, slug, 'rounds', page.no, 'households', household)}>
              {door}
            </a>
            <span className="tone-soft">
              {visits.length > 0
                ? t.tried(visits.length, formatMoment(visits.at(-1)?.at ?? new Date(0), locale))
                : t.notTried}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
