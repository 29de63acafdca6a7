import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { PictureLook } from '@/features/pictures/components/picture-look';
import { PictureUpload } from '@/features/pictures/components/picture-upload';
import { plansPage } from '../plan-page';

export default plansPage(({ locale, community, desk, t, plans, search }) => {
  const { draft, published, unseen, drawings, may } = desk;
  const look = { looks: may.look, locale, community };
  return (
    <>
      <PageTitle crumb={<a href={plans}>{t.desk.title}</a>} title={t.desk.drawingsTitle} />
      {!draft && unseen.length === 0 && <Empty text={t.desk.noneToDraw} />}
      {published && unseen.length > 0 && (
        <Section title={t.desk.drawings(published.version)} id="unseen">
          <p>{t.desk.drawingsDone}</p>
          {unseen.map((one) => (
            <PictureLook key={one.id} picture={one} {...look} />
          ))}
        </Section>
      )}
      {draft && (
        <Section title={t.desk.drawings(draft.version)} id="drawings">
          <p>{t.desk.drawingsLead}</p>
          {drawings.length === 0 && <p>{t.desk.noDrawings}</p>}
          {drawings.map((one) => (
            <PictureLook key={one.id} picture={one} {...look} />
          ))}
          {may.draw && (
            <PictureUpload
              subject="plan"
              subjectId={draft.id}
              refusal={search.picture}
              captioned
              locale={locale}
              community={community}
            />
          )}
        </Section>
      )}
    </>
  );
});
