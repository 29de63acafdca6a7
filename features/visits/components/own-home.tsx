import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { OnDemand } from '@/components/page/section';
import { askNoVisits, endCare, judgeNeed, noteNeed, welcomeVisits } from '@/features/visits/actions';
import { needShown } from '@/features/visits/input';
import { messages } from '@/features/visits/messages';
import type { MyHome } from '@/features/visits/queries/mine';
import { isOver } from '@/features/visits/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { showing } from '@/lib/shown';
import { formatDate, pick } from '@/lib/words';
import { Steps, VisitedList } from './lines';
import { verdictOptions } from './need-forms';

interface Props {
  home: MyHome;
  locale: Locale;
}

/** What a household needs, with its word on what was done. */
function Needs({ home, needs, locale }: Props & { needs: MyHome['needs'] }) {
  const { me: t, need, states } = pick(messages, locale);
  const form = { community: home.community, locale };
  return (
    <ul className="entries">
      {needs.map((one) => (
        <li key={one.id} id={`need-${one.id}`}>
          <h3>
            <Written>{one.wording || need.title}</Written>
          </h3>
          <p className="tone-soft">
            {[states[one.state], one.owner && one.due && need.owner(one.owner, formatDate(one.due, locale))]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <Steps steps={one.steps} community={home.community} locale={locale} />
          {one.project !== null && (
            <p>
              <a className="tap" href={to.act(locale, home.community, 'council', one.project)}>
                {t.review}
              </a>
            </p>
          )}
          {!isOver(one.state) && (
            <KeptForm
              {...form}
              id={`judge-${one.id}`}
              action={judgeNeed}
              about={{ need: one.id, shown: showing(needShown(one)) }}
              fields={[
                { kind: 'radio', name: 'verdict', label: t.judge, options: verdictOptions(locale) },
                { kind: 'text', name: 'words', label: t.words },
              ]}
              submitLabel={t.yes}
              ghost={one.state !== 'answered'}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** What concerns one's home: needs, visits, what is one's own alone, and whether anybody is to knock. */
export function OwnHome({ home, locale }: Props) {
  const t = pick(messages, locale).me;
  const form = { community: home.community, locale };
  const about = { household: home.household };
  const at = `-${home.household}`;
  const over = home.needs.filter((one) => isOver(one.state));
  return (
    <>
      <h3 className="also">{t.needs}</h3>
      {home.needs.length === 0 && <p>{t.needsNone}</p>}
      <Needs home={home} needs={home.needs.filter((one) => !isOver(one.state))} locale={locale} />
      <KeptForm
        {...form}
        id={`need${at}`}
        action={noteNeed}
        about={about}
        fields={[{ kind: 'textarea', name: 'wording', label: t.ask, hint: t.askHint, rows: 2 }]}
        submitLabel={t.askSubmit}
        ghost
      />
      {over.length > 0 && (
        <OnDemand count={over.length} label={t.needsOver(over.length)}>
          <Needs home={home} needs={over} locale={locale} />
        </OnDemand>
      )}
      {home.cares.length > 0 && (
        <>
          <h3 className="also">{t.cares}</h3>
          {home.cares.map((one) => (
            <div key={one.id}>
              <p>
                <Written>{one.words}</Written>
              </p>
              <p className="tone-soft">{t.until(one.helper, formatDate(one.until, locale))}</p>
              <KeptForm
                {...form}
                id={`care-${one.id}`}
                action={endCare}
                about={{ note: one.id }}
                submitLabel={t.takeBack}
                ghost
              />
            </div>
          ))}
        </>
      )}
      <h3 className="also">{t.visits}</h3>
      {home.visits.length === 0 && <p>{t.visitsNone}</p>}
      <OnDemand count={home.visits.length} label={t.visitsAll(home.visits.length)}>
        <VisitedList visits={home.visits} own locale={locale} />
      </OnDemand>
      <h3 className="also">{t.quiet}</h3>
      <p>{home.quiet ? t.quietNow : t.welcome}</p>
      {home.quiet ? (
        <KeptForm {...form} id={`quiet${at}`} action={welcomeVisits} about={about} submitLabel={t.be_welcome} ghost />
      ) : (
        <KeptForm {...form} id={`quiet${at}`} action={askNoVisits} about={about} submitLabel={t.ask_quiet} ghost />
      )}
    </>
  );
}
