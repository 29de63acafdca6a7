import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { nameHelper, offerSkill, takeBackSkill } from '@/features/skills/actions';
import { messages } from '@/features/skills/messages';
import type { mySkills } from '@/features/skills/queries/mine';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatWeekday, pick } from '@/lib/words';

interface Props {
  home: Awaited<ReturnType<typeof mySkills>>[number];
  /** It is another home of theirs: the form is there on demand. */
  folded: boolean;
  locale: Locale;
}

/** What somebody offers from one home, and where they help; each can be taken back. */
export function OwnSkills({ home, folded, locale }: Props) {
  const { me: t, board, states } = pick(messages, locale);
  const form = { community: home.community, locale };
  const offer = (
    <KeptForm
      {...form}
      id={`offer-${home.household}`}
      action={offerSkill}
      about={{ household: home.household }}
      fields={[
        { kind: 'text', name: 'what', label: t.what, hint: t.whatHint },
        { kind: 'text', name: 'times', label: t.times, hint: t.timesHint },
        { kind: 'text', name: 'whom', label: t.whom, hint: t.whomHint },
      ]}
      submitLabel={t.submit}
    />
  );
  return (
    <>
      <h3 className="also">{t.offered}</h3>
      {home.offered.length === 0 && <p>{t.offeredNone}</p>}
      <ul className="entries">
        {home.offered.map((one) => (
          <li key={one.no}>
            <p>
              <Written>
                {[one.what, one.times && board.times(one.times), one.whom && board.whom(one.whom)]
                  .filter(Boolean)
                  .join(' · ')}
              </Written>
            </p>
            <KeptForm
              {...form}
              id={`back-${one.no}`}
              action={takeBackSkill}
              about={{ skill: one.no }}
              submitLabel={t.takeBack}
              ghost
            />
          </li>
        ))}
      </ul>
      {home.lives && folded ? (
        <details>
          <summary className="tap">{t.offerHere(home[locale])}</summary>
          {offer}
        </details>
      ) : (
        home.lives && offer
      )}
      <h3 className="also">{t.helping}</h3>
      {home.helping.length === 0 && <p>{t.helpingNone}</p>}
      <ul className="entries">
        {home.helping.map((one) => (
          <li key={one.helper}>
            <a className="tap" href={to.act(locale, home.community, 'help', one.call)}>
              <Written>{one.title}</Written>
            </a>
            <p className="tone-soft">
              {[formatWeekday(one.day, locale), one.thanked && states.thanked, one.cancelled && states.cancelled]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {!one.cancelled && (
              <KeptForm
                {...form}
                id={`name-${one.helper}`}
                action={nameHelper}
                about={{ helper: one.helper }}
                fields={[{ kind: 'text', name: 'name', label: t.name, hint: t.nameHint, defaultValue: one.name }]}
                submitLabel={t.nameSubmit}
                ghost
              />
            )}
          </li>
        ))}
      </ul>
      <p>
        <a className="tap" href={to.skills(locale, home.community)}>
          {t.see}
        </a>
      </p>
    </>
  );
}
