import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { judgePlace } from '@/features/places/actions';
import { wordFields } from '@/features/places/components/fields';
import { placeShown } from '@/features/places/input';
import { messages } from '@/features/places/messages';
import { ownPlaces } from '@/features/places/queries/beside';
import * as to from '@/lib/addresses';
import { showing } from '@/lib/shown';
import { formatDate, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const found = await ownPlaces(call, { no });
  if (!found) return null;
  const w = pick(messages, locale);
  const t = w.own;
  return (
    <>
      <PageTitle crumb={<a href={to.works(locale, community, no)}>{found.title}</a>} title={t.title} lead={t.lead} />
      {found.places.length === 0 && <p>{t.none}</p>}
      {found.places.map((one) => {
        const { milestone, place, household, said } = one;
        const key = `${milestone}-${place}-${household}`;
        return (
          <Section key={key} title={one.name} id={`place-${key}`}>
            {one.checked && one.builtOn ? <p>{t.builtOn(formatDate(one.builtOn, locale))}</p> : <p>{t.notYet}</p>}
            {said && (
              <p>
                {(one.over ? t.saidThen : t.said)([t.outcomes[said.outcome], said.reason].filter(Boolean).join(' · '))}
              </p>
            )}
            {said?.mendOn && <p>{w.desk.mended(said.mendNote, formatDate(said.mendOn, locale))}</p>}
            {one.over && (
              <>
                <p>{t.over}</p>
                <Actions>
                  <ActionLink href={to.act(locale, community, 'cases', 'new')} ghost>
                    {t.report}
                  </ActionLink>
                </Actions>
              </>
            )}
            {one.checked && !one.over && (
              <KeptForm
                id={`word-${key}`}
                action={judgePlace}
                fields={wordFields(locale)}
                submitLabel={t.submit}
                ghost={said !== null}
                {...form}
                about={{ works: no, milestone, place, household, shown: showing(placeShown(one)) }}
              />
            )}
          </Section>
        );
      })}
    </>
  );
});
