import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Undoes } from '@/components/page/undoes';
import { postCase, takeDownCase } from '@/features/cases/actions';
import { messages } from '@/features/cases/messages';
import { deskCase } from '@/features/cases/queries';
import { PictureList } from '@/features/pictures/components/picture-list';
import { picturesOf } from '@/features/pictures/queries';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/in-words';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await deskCase(call, { no });
  if (!one) return null;
  const pictures = (await picturesOf(call, { subject: 'case', id: one.id })) ?? [];
  const t = pick(messages, locale);
  const why = one.hanging && inWords(one.hanging, locale, messages).message;
  if (one.postedAt)
    return (
      <Act
        crumb={{ href: to.desk(locale, community, 'cases', no), label: t.one.no(no) }}
        title={t.posting.down}
        lead={t.posting.downLead}
        blocked={one.hanging?.code === 'not_allowed' ? t.posting.posted : why}
      >
        <p>{t.posting.posted}</p>
        <Undoes losses={{ posted: 1 }} locale={locale} />
        <KeptForm
          action={takeDownCase}
          about={{ case: no }}
          fields={[{ kind: 'textarea', name: 'reason', label: t.posting.downWhy }]}
          submitLabel={t.posting.down}
          {...form}
        />
      </Act>
    );
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'cases', no), label: t.one.no(no) }}
      title={t.posting.title}
      lead={t.posting.lead}
      blocked={one.hanging?.code === 'not_allowed' ? t.posting.notYours : why}
    >
      <blockquote>
        <Written>{one.words || t.one.erased}</Written>
      </blockquote>
      {pictures.length > 0 && (
        <>
          <PictureList pictures={pictures} locale={locale} />
          <p className="crumb">{t.posting.picturesAfter}</p>
        </>
      )}
      <KeptForm
        action={postCase}
        about={{ case: no }}
        fields={[
          { kind: 'text', name: 'title', label: t.posting.name, hint: t.record.nameHint, defaultValue: one.title },
          { kind: 'text', name: 'place', label: t.posting.place, defaultValue: one.open },
        ]}
        submitLabel={t.posting.submit}
        {...form}
      />
    </Act>
  );
});
