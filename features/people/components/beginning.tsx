import { Section } from '@/components/page/section';
import { messages } from '@/features/people/messages';
import type { Beginning } from '@/features/people/queries/beginning';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';

/** What a new community still needs before its first proposal, in order; nothing once there is one. */
export function BeginningSteps({ far, slug, locale }: { far: Beginning | undefined; slug: string; locale: Locale }) {
  if (!far || far.proposals > 0) return null;
  const t = messages[locale].beginning;
  const given = far.mayGrant ? to.desk(locale, slug, 'grants') : null;
  const steps = [
    { is: far.offices.includes('social-worker'), text: t.worker, href: given },
    {
      is: far.households > 0,
      text: t.register(far.households),
      href: far.mayRegister ? to.desk(locale, slug, 'register') : null,
    },
    { is: far.offices.includes('hotline'), text: t.hotline, href: given },
    {
      is: far.entrances > 0 && far.captains === far.entrances,
      text: t.captains(far.captains, far.entrances),
      href: far.mayImport ? to.desk(locale, slug, 'captains') : null,
    },
    { is: far.telephone, text: t.telephone, href: to.leaflet(locale, 'help') },
    { is: false, text: t.proposal, href: to.act(locale, slug, 'proposals', 'new') },
  ];
  return (
    <Section title={t.title} id="beginning">
      <p>{t.lead}</p>
      <ol className="ways">
        {steps.map(({ is, text, href }) => (
          <li key={text}>
            {href ? (
              <a className="tap" href={href}>
                {text}
              </a>
            ) : (
              text
            )}{' '}
            <span className="tone-soft">{is ? t.done : href ? t.open : t.byOthers}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
