import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { letterOf } from '@/features/alternatives/rules';
import { PictureLook } from '@/features/pictures/components/picture-look';
import { PictureUpload } from '@/features/pictures/components/picture-upload';
import { comparisonPage } from '../comparison-page';

export default comparisonPage(({ locale, community, asked, drawings, may, t, crumb, search }) => (
  <>
    <PageTitle crumb={<a href={crumb.href}>{crumb.label}</a>} title={t.desk.drawings} lead={t.desk.drawingsLead} />
    {(asked.facts.comparison?.alternatives ?? []).map((one) => {
      const own = drawings.filter((each) => each.of === one.id);
      return (
        <Section key={one.id} title={t.named(letterOf(one.position), one.title)} id={`drawing-${one.position}`}>
          {own.length === 0 && <p>{t.desk.noDrawing}</p>}
          {own.map((picture) => (
            <PictureLook key={picture.id} picture={picture} looks={may.look} locale={locale} community={community} />
          ))}
          {may.draw && own.length < may.most && (
            <PictureUpload
              subject="alternative"
              subjectId={one.id}
              refusal={search.picture}
              captioned
              locale={locale}
              community={community}
            />
          )}
        </Section>
      );
    })}
  </>
));
