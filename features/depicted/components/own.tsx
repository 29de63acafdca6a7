import { Pictures } from '@/components/data/pictures';
import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { answerDepicted } from '@/features/depicted/actions';
import { messages } from '@/features/depicted/messages';
import type { Mine } from '@/features/depicted/queries';
import { picture } from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

/** One picture with somebody of one's home on it: what was said, and what can be said. */
export function OwnPicture({ one, locale }: { one: Mine; locale: Locale }) {
  const t = pick(messages, locale).me;
  const say = (answer: 'yes' | 'no') => (
    <KeptForm
      community={one.community}
      locale={locale}
      id={`${answer}-${one.id}`}
      action={answerDepicted}
      about={{ depicted: one.id, answer }}
      submitLabel={answer === 'yes' ? t.yes : one.answer === 'yes' ? t.back : t.no}
      ghost={answer === 'no'}
    />
  );
  return (
    <Section title={`${one.title} · ${formatDate(one.on, locale)}`} id={`picture-${one.id}`}>
      {one.seen && (
        <Pictures
          items={[
            {
              key: String(one.picture),
              src: picture(one.picture, 'small'),
              alt: one.caption || t.who(one.people),
              width: one.width,
              height: one.height,
              caption: one.caption,
            },
          ]}
        />
      )}
      {one.people && (
        <p>
          <Written>{t.who(one.people)}</Written>
        </p>
      )}
      <p>{`${t.stands[one.answer ?? 'none']} · ${one.hangs ? t.hanging : t.notHanging}`}</p>
      {one.answer !== 'yes' && say('yes')}
      {one.answer !== 'no' && say('no')}
    </Section>
  );
}
