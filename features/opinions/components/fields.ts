import type { FieldFor } from '@/components/form/spec';
import { SPOKEN_PROOFS } from '@/db/words/opinions';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import { GROUNDS, PROOFS, STANCES } from '../rules';

type Proof = 'channel' | 'proof' | 'photo' | 'message' | 'witness' | 'witnessName';

/** How the last one was proved, which most of the next ones are too. */
type Habit = { channel: string; proof: string } | null;

type Start = { stance?: string; condition?: string | null; ground?: string | null };

/** Who was present, by name. */
function witnessField(locale: Locale): FieldFor<'witnessName'> {
  const t = pick(messages, locale).door;
  const asked = { label: t.witness, when: t.witnessWhen, tells: 'witness' };
  return { kind: 'text', name: 'witnessName', only: 'read_back', ...asked };
}

interface Round {
  habit?: Habit;
  /** The home wants nobody at its door. */
  quiet?: boolean;
}

/** How it is proved that a household said what is written down for it; who was present is asked at each door anew. */
export function proofFields(
  locale: Locale,
  witnesses: readonly { id: number; name: string }[],
  { habit = null, quiet = false }: Round = {},
): FieldFor<Proof>[] {
  const t = pick(messages, locale);
  const heard = (['door', 'paper', 'phone'] as const).filter((value) => value !== 'door' || !quiet);
  const channels = heard.map((value) => ({ value, label: t.channels[value] }));
  const usual = heard.find((value) => value === habit?.channel) ?? (quiet ? 'phone' : 'door');
  const proofs = PROOFS.map((value) => ({ value, label: t.proofs[value] }));
  const people = witnesses.map(({ id, name }) => ({ value: String(id), label: name }));
  return [
    {
      kind: 'select',
      name: 'channel',
      label: t.door.channel,
      options: channels,
      defaultValue: usual,
    },
    { kind: 'select', name: 'proof', label: t.door.proof, options: proofs, defaultValue: habit?.proof },
    {
      kind: 'file',
      only: 'signature_photo',
      name: 'photo',
      label: t.door.photo,
      when: t.door.photoWhen,
      hint: t.door.photoHint,
      accept: 'image/jpeg,image/png,image/webp',
    },
    { kind: 'text', only: 'sms_reply', name: 'message', label: t.door.message, when: t.door.messageWhen },
    ...(people.length === 0
      ? [witnessField(locale)]
      : ([
          {
            kind: 'select',
            only: 'read_back',
            name: 'witness',
            label: t.door.witness,
            when: t.door.witnessWhen,
            hint: t.door.witnessHint,
            options: people,
          },
          {
            kind: 'text',
            only: 'read_back',
            name: 'witnessName',
            label: t.door.witnessOther,
          },
        ] as const)),
  ];
}

/** The same where no picture is taken. */
export function spokenProofFields(
  locale: Locale,
  { quiet = false }: Pick<Round, 'quiet'> = {},
): FieldFor<'channel' | 'proof' | 'witnessName' | 'message'>[] {
  const t = pick(messages, locale);
  const heard = (['door', 'phone'] as const).filter((value) => value !== 'door' || !quiet);
  return [
    {
      kind: 'select',
      name: 'channel',
      label: t.door.channel,
      defaultValue: quiet ? 'phone' : 'door',
      options: heard.map((value) => ({ value, label: t.channels[value] })),
    },
    {
      kind: 'select',
      name: 'proof',
      needed: true,
      label: t.door.proof,
      defaultValue: 'read_back',
      options: SPOKEN_PROOFS.map((value) => ({ value, label: t.proofs[value] })),
    },
    witnessField(locale),
    { kind: 'text', name: 'message', only: 'sms_reply', label: t.door.message, when: t.door.messageWhen },
  ];
}

/** When it was said, for paper that is typed later. */
export function saidAtField(locale: Locale): FieldFor<'saidAt'> {
  const t = pick(messages, locale).door;
  return { kind: 'datetime', name: 'saidAt', label: t.saidAt, hint: t.saidAtHint };
}

/**
 * What is said: stance, condition, ground, words. `his`: written down for somebody else. Words belong to the stance they
 * were said with: whoever says it anew says them anew, with the earlier ones above.
 */
export function saidFields(
  locale: Locale,
  version: number,
  start: Start = {},
  his = false,
): FieldFor<'stance' | 'condition' | 'ground' | 'words'>[] {
  const t = pick(messages, locale);
  return [
    {
      kind: 'radio',
      tiles: his,
      name: 'stance',
      label: t.form.seen(version),
      options: STANCES.map((value) => ({ value, label: t.stances[value] })),
      ...(start.stance && { defaultValue: start.stance }),
    },
    {
      kind: 'text',
      only: 'support_if',
      name: 'condition',
      label: t.form.condition,
      when: t.form.conditionHint,
      ...(start.condition && { defaultValue: start.condition }),
    },
    {
      kind: 'select',
      only: 'oppose',
      name: 'ground',
      label: t.form.ground,
      when: t.form.groundHint,
      options: GROUNDS.map((value) => ({ value, label: t.grounds[value] })),
      ...(start.ground && { defaultValue: start.ground }),
    },
    {
      kind: 'textarea',
      name: 'words',
      label: his ? t.door.his : t.form.words,
      hint: start.stance ? t.form.wordsAgain : t.form.wordsHint,
      rows: 3,
    },
  ];
}
