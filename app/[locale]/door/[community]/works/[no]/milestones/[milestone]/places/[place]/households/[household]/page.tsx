import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { spokenProofFields } from '@/features/opinions/components/fields';
import { Quiet } from '@/features/opinions/components/quiet';
import { recordPlace } from '@/features/places/actions';
import * as acts from '@/features/places/acts';
import { wordFields } from '@/features/places/components/fields';
import { placeShown } from '@/features/places/input';
import { messages } from '@/features/places/messages';
import { doorPlace } from '@/features/places/queries/beside';
import { Act } from '@/features/proposals/components/act';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

export default actPage(['no', 'milestone', 'place', 'household'], async (act) => {
  const { locale, community, no, milestone, place, household, call, form } = act;
  const page = await doorPlace(call, { no, milestone, place, household });
  if (!page) return null;
  const w = pick(messages, locale);
  const refusal = whyNot(acts.recordPlace, page.asked);
  return (
    <Act
      crumb={{ href: to.door(locale, community, 'places'), label: w.door.title }}
      title={w.door.of(page.name, w.desk.home(page.building, page.entrance, page.door))}
      lead={w.door.lead}
      blocked={refusal && inWords(refusal, locale, messages).message}
    >
      {page.quiet && <Quiet locale={locale} />}
      <KeptForm
        action={recordPlace}
        fields={[...wordFields(locale), ...spokenProofFields(locale, { quiet: page.quiet })]}
        submitLabel={w.door.submit}
        {...form}
        about={{ works: no, milestone, place, household, shown: showing(placeShown(page.shown)) }}
      />
    </Act>
  );
});
