import type { FieldFor, FieldsOf } from '@/components/form/spec';
import { CARE_CONSENTS, HOME_VISIT_OUTCOMES, VISIT_PLACES, VISIT_PURPOSES, VISIT_REASONS } from '@/db/words/visits';
import { messages as stewards } from '@/features/stewards/messages';
import type { planVisit, recordVisit, writeCare } from '@/features/visits/actions';
import { messages } from '@/features/visits/messages';
import type { Planned } from '@/features/visits/queries/door';
import type { DoorHome } from '@/features/visits/queries/home';
import { addDays } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { USUAL_DAYS } from '../rules';

const options = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((value) => ({ value, label: words[value] }));
const named = (people: DoorHome['people']) => people.map(({ id, name }) => ({ value: String(id), label: name }));

/** Who of the home it was, where anybody of it has an account. */
function whose(home: Pick<DoorHome, 'people'>, locale: Locale, asked: { only?: 'met' } = {}): FieldFor<'person'>[] {
  const { act: t } = pick(messages, locale);
  if (home.people.length === 0) return [];
  return [
    { kind: 'select', ...asked, name: 'person', label: t.person, hint: t.personHint, options: named(home.people) },
  ];
}

export function planFields(home: DoorHome, locale: Locale, reason = ''): FieldsOf<typeof planVisit> {
  const { act: t, purposes, reasons } = pick(messages, locale);
  const { kinds } = pick(stewards, locale);
  const team = home.team.map(({ id, name, kind }) => ({ value: String(id), label: t.ofTeam(name, kinds[kind]) }));
  return [
    {
      kind: 'radio',
      name: 'purpose',
      label: t.purpose,
      options: options(VISIT_PURPOSES, purposes),
      defaultValue: 'comfort',
    },
    { kind: 'select', name: 'reason', label: t.reason, options: options(VISIT_REASONS, reasons), defaultValue: reason },
    { kind: 'date', name: 'day', label: t.day, min: home.today, defaultValue: addDays(home.today, USUAL_DAYS) },
    {
      kind: 'select',
      name: 'visitor',
      label: t.visitor,
      hint: team.length > 0 ? t.visitorTeam : t.visitorHint,
      options: [...named(home.helpers), ...team],
    },
  ];
}

export function recordFields(
  home: Pick<DoorHome, 'people' | 'quiet'> & { plan: Pick<Planned, 'purpose'> | undefined },
  now: string,
  locale: Locale,
): FieldsOf<typeof recordVisit> {
  const { act: t, purposes, outcomes, places } = pick(messages, locale);
  const purpose = home.plan?.purpose ?? 'comfort';
  return [
    { kind: 'radio', name: 'outcome', label: t.outcome, options: options(HOME_VISIT_OUTCOMES, outcomes), tiles: true },
    { kind: 'datetime', name: 'on', label: t.on, defaultValue: now, max: now },
    {
      kind: 'radio',
      name: 'purpose',
      label: t.purpose,
      options: options(VISIT_PURPOSES, purposes),
      defaultValue: purpose,
    },
    {
      kind: 'select',
      name: 'place',
      only: 'met',
      label: t.place,
      when: t.metWhen,
      options: options(VISIT_PLACES, places),
      defaultValue: home.quiet ? 'phone' : 'home',
    },
    { kind: 'text', name: 'met', only: 'met', label: t.met, when: t.metWhen, hint: t.metHint },
    ...whose(home, locale, { only: 'met' }),
    { kind: 'text', name: 'along', label: t.along },
    { kind: 'textarea', name: 'said', only: 'met', label: t.said, when: t.metWhen, hint: t.saidHint, rows: 4 },
    { kind: 'textarea', name: 'done', label: t.done, rows: 2 },
    { kind: 'textarea', name: 'follows', label: t.follows, rows: 2 },
  ];
}

export function careFields(home: DoorHome, locale: Locale): FieldsOf<typeof writeCare> {
  const { act: t, consents } = pick(messages, locale);
  return [
    { kind: 'text', name: 'agreed', label: t.agreed },
    { kind: 'radio', name: 'consent', label: t.consent, options: options(CARE_CONSENTS, consents) },
    ...whose(home, locale),
    { kind: 'textarea', name: 'words', label: t.words, hint: t.wordsHint, rows: 3 },
    { kind: 'select', name: 'helper', label: t.helper, hint: t.helperHint, options: named(home.helpers) },
  ];
}
