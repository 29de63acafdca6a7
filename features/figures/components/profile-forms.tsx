import { randomUUID } from 'node:crypto';
import { KeptForm } from '@/components/form/kept-form';
import type { FieldsOf } from '@/components/form/spec';
import { Section } from '@/components/page/section';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { answerProfile, proposeProfile } from '../actions';
import { messages } from '../messages';
import type { ProposedProfile } from '../queries/profiles';
import { RATE_NAMES } from '../rules';
import { monthsAhead, type Pinned } from '../rules/profiles';
import { profileSaid } from './profiles';

interface Desk {
  district: string;
  locale: Locale;
}

/** What was proposed and nobody has answered, each to be looked at by somebody else. */
export function AskedProfiles({ all, district, locale }: Desk & { all: readonly ProposedProfile[] }) {
  const t = pick(messages, locale).profile;
  return all.map((one) => (
    <Section key={one.id} title={`${one.name} · ${t.states.asked}`} id={`profile-${one.id}`}>
      <p>{profileSaid(one, locale)}</p>
      <p className="crumb">{t.why(one.reason)}</p>
      {one.own && <p>{t.own}</p>}
      <KeptForm
        id={`answer-${one.id}`}
        action={answerProfile}
        about={{ district, profile: String(one.id) }}
        fields={[
          {
            kind: 'radio',
            name: 'agreed',
            label: t.look,
            options: [...(one.own ? [] : [{ value: 'yes', label: t.agree }]), { value: 'no', label: t.refuse }],
          },
          { kind: 'textarea', name: 'reason', label: t.no, rows: 2 },
        ]}
        submitLabel={t.answer}
        locale={locale}
      />
    </Section>
  ));
}

/** Those that came to nothing, and why. */
export function RefusedProfiles({ all, locale }: { all: readonly ProposedProfile[]; locale: Locale }) {
  const t = pick(messages, locale).profile;
  if (all.length === 0) return null;
  return (
    <Section title={t.states.refused} id="refused">
      <ul className="entries">
        {all.map((one) => (
          <li key={one.id}>
            <b>{one.name}</b> {profileSaid(one, locale)}
            <p className="crumb">{t.refused(one.no)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Another way of counting, from the one that will be in force last. */
export function ProposeProfile({ from, now, district, locale }: Desk & { from: Pinned; now: Date }) {
  const t = pick(messages, locale).profile;
  const fields: FieldsOf<typeof proposeProfile> = [
    { kind: 'text', name: 'name', label: t.name, hint: t.nameHint },
    {
      kind: 'select',
      name: 'month',
      label: t.month,
      hint: t.monthHint,
      options: monthsAhead(now).map((value) => ({ value, label: value })),
    },
    ...RATE_NAMES.map((name) => ({
      kind: 'number' as const,
      name,
      label: t.weights[name],
      inputMode: 'numeric' as const,
      defaultValue: String(from.weights[name]),
      ...(name === 'response' && { hint: t.weightsHint }),
    })),
    {
      kind: 'number',
      name: 'fairlyTenths',
      label: t.fairly,
      inputMode: 'numeric',
      defaultValue: String(from.fairlyTenths),
    },
    { kind: 'textarea', name: 'reason', label: t.reason, rows: 2 },
  ];
  return (
    <Section title={t.ask} id="other">
      <p>{t.askLead}</p>
      <KeptForm
        id="propose"
        action={proposeProfile}
        fields={fields}
        about={{ district, submission: randomUUID() }}
        submitLabel={t.submit}
        locale={locale}
      />
    </Section>
  );
}
