import { KeptForm } from '@/components/form/kept-form';
import { Done, Notice } from '@/components/page/notice';
import { takeBackPlace, tellHow } from '@/features/programmes/actions';
import { clockOf, messages } from '@/features/programmes/messages';
import type { OwnPlace } from '@/features/programmes/queries/mine';
import { slotAt } from '@/features/programmes/rules';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Props {
  place: OwnPlace;
  occasion: { startsAt: string; slotMinutes: number | null; cancelledAt: string | null };
  begun: boolean;
  /** They have just signed up. */
  signed: boolean;
  form: { community: string; locale: Locale };
}

/** What a household has, and what it can still do: give it up, or say how it was. */
export function OwnPlaceShown({ place, occasion, begun, signed, form }: Props) {
  const { act: t, ...rest } = pick(messages, form.locale);
  const at =
    occasion.slotMinutes === null
      ? null
      : clockOf(slotAt({ startsAt: new Date(occasion.startsAt), slotMinutes: occasion.slotMinutes }, place.slot));
  const Stands = signed ? Done : Notice;
  const taken = place.state === 'taken';
  const waits = t.waits(place.before);
  return (
    <div className="until-refused">
      <Stands title={taken ? t.has(place.heads, place.ticket) : at === null ? waits : t.wantsAt(at)}>
        {at && <p>{taken ? t.hasAt(at) : waits}</p>}
        {begun && place.came === true && <p>{t.came}</p>}
        {begun && place.came === false && <p>{t.missed}</p>}
        {!begun && !taken && <p>{rest.slip.waitingText}</p>}
      </Stands>
      {!begun && occasion.cancelledAt === null && (
        <>
          <p className="crumb">{t.takeBackHint}</p>
          <KeptForm
            {...form}
            id={`back-${place.signUp}`}
            action={takeBackPlace}
            about={{ signUp: place.signUp }}
            submitLabel={t.takeBack}
            ghost
          />
        </>
      )}
      {begun && taken && occasion.cancelledAt === null && (
        <>
          {place.feedback && <p>{t.told(place.feedback)}</p>}
          <KeptForm
            {...form}
            id={`tell-${place.signUp}`}
            action={tellHow}
            about={{ signUp: place.signUp }}
            fields={[{ kind: 'text', name: 'words', label: t.words, hint: t.wordsHint, defaultValue: place.feedback }]}
            submitLabel={t.tell}
            ghost={place.feedback !== ''}
          />
        </>
      )}
    </div>
  );
}
