import { KeptForm } from '@/components/form/kept-form';
import { takeBackComing, tellComing } from '@/features/meetings/actions';
import { meetingShown } from '@/features/meetings/input';
import { messages } from '@/features/meetings/messages';
import type { Told } from '@/features/meetings/queries/board';
import type { Asked } from '@/features/meetings/queries/mine';
import type { Locale } from '@/lib/edition';
import { showing } from '@/lib/shown';
import { pick } from '@/lib/words';

interface Props {
  one: Told;
  home: Asked;
  back: string;
  form: { community: string; locale: Locale };
}

/** Whether a household comes, and the other word. */
export function OwnComing({ one, home, back, form }: Props) {
  const { mine: t } = pick(messages, form.locale);
  const of = { meeting: one.no, household: home.household };
  const id = `${one.no}-${home.household}`;
  return home.coming ? (
    <KeptForm
      {...form}
      id={`stays-${id}`}
      action={takeBackComing}
      about={of}
      back={back}
      submitLabel={t.takeBackComing}
      ghost
    />
  ) : (
    <KeptForm
      {...form}
      id={`comes-${id}`}
      action={tellComing}
      about={{ ...of, shown: showing(meetingShown(one)) }}
      back={back}
      submitLabel={t.tellComing}
    />
  );
}

/** How it stands, in words. */
export const comingSaid = ({ movedFrom }: Told, { coming }: Asked, locale: Locale): string => {
  const { mine: t } = pick(messages, locale);
  return coming ? t.coming : movedFrom ? t.comingMoved : t.notComing;
};
