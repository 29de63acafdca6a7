import type { FieldFor, FieldsOf } from '@/components/form/spec';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import type { giveOpinion } from '../actions';
import { messages } from '../messages';
import { GROUNDS, PROOFS, STANCES } from '../rules';

type Proof = 'channel' | 'proof' | 'photo' | 'message' | 'witness' | 'witnessName';

type Start = { stance?: string; condition?: string | null; ground?: string | null; words?: string | null };

/** How it is proved that a household said what is written down for it, and who was present. */
export function proofFields(locale: Locale, witnesses: readonly { id: number; name: string }[]): FieldFor<Proof>[] {
  const t = pick(messages, locale);
  const channels = (['door', 'paper', 'phone'] as const).map((value) => ({ value, label: t.channels[value] }));
  const proofs = PROOFS.map((value) => ({ value, label: t.proofs[value] }));
  const people = witnesses.map(({ id, name }) => ({ value: String(id), label: name }));
  return [
    { kind: 'select', name: 'channel', label: t.door.channel, options: channels, defaultValue: 'door' },
    { kind: 'select', name: 'proof', label: t.door.proof, options: proofs },
    {
      kind: 'file',
      name: 'photo',
      label: t.door.photo,
      when: t.door.photoWhen,
      hint: t.door.photoHint,
      accept: 'image/jpeg,image/png,image/webp',
    },
    { kind: 'text', name: 'message', label: t.door.message, when: t.door.messageWhen },
    {
      kind: 'select',
      name: 'witness',
      label: t.door.witness,
      when: t.door.witnessWhen,
      hint: t.door.witnessHint,
      options: people,
    },
    { kind: 'text', name: 'witnessName', label: t.door.witnessOther },
  ];
}

/** What is said: stance, condition, ground, words. `his`: written down for somebody else. */
export function saidFields(
  locale: Locale,
  version: number,
  start: Start = {},
  his = false,
): FieldsOf<typeof giveOpinion> {
  const t = pick(messages, locale);
  return [
    {
      kind: 'radio',
      name: 'stance',
      label: t.form.seen(version),
      options: STANCES.map((value) => ({ value, label: t.stances[value] })),
      ...(start.stance && { defaultValue: start.stance }),
    },
    {
      kind: 'text',
      name: 'condition',
      label: t.form.condition,
      when: t.form.conditionHint,
      ...(start.condition && { defaultValue: start.condition }),
    },
    {
      kind: 'select',
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
      hint: t.form.wordsHint,
      rows: 3,
      ...(start.words && { defaultValue: start.words }),
    },
  ];
}
