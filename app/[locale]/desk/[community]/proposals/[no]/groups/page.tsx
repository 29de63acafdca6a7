import { KeptForm } from '@/components/form/kept-form';
import type { FieldsOf } from '@/components/form/spec';
import { Notice } from '@/components/page/notice';
import { Undoes } from '@/components/page/undoes';
import { Act } from '@/features/proposals/components/act';
import { nameGroups } from '@/features/scoping/actions';
import * as acts from '@/features/scoping/acts';
import { groupsShown } from '@/features/scoping/input';
import { messages } from '@/features/scoping/messages';
import { scopingAsked, scopingChoices } from '@/features/scoping/queries';
import { EFFECTS } from '@/features/scoping/rules';
import { ShortReason } from '@/features/shortway/components/short';
import { reasonOf } from '@/features/shortway/queries/desk';
import { SHORT_KINDS } from '@/features/shortway/rules';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { reasonIn } from '@/lib/reason';
import { showing } from '@/lib/shown';
import { lossesOf } from '@/lib/undoing';
import { pick } from '@/lib/words';
import { proposalPage } from '../proposal-page';

export default proposalPage(async ({ locale, community, no, call, proposal, t, crumb, cancel, form }) => {
  const choices = proposal && (await scopingChoices(call, { no }));
  const asked = choices && (await scopingAsked(call, { no }));
  if (!proposal || !asked) return null;
  const w = pick(messages, locale).groups;
  const buildings = [...new Map(choices.doors.map((door) => [door.buildingId, door.building])).entries()];
  const places = buildings.map(([id, name]) => ({
    whole: { value: `building:${id}`, label: w.building(name) },
    parts: choices.doors
      .filter((door) => door.buildingId === id)
      .map((door) => ({ value: `entrance:${door.id}`, label: w.door(door.no) })),
  }));
  const effects = EFFECTS.map((value) => ({ value, label: t.effects[value] }));
  const rows = Math.min(6, Math.max(3, proposal.groups.length + 1));
  const fields = Array.from({ length: rows }, (_, index): FieldsOf<typeof nameGroups> => {
    const [n, group] = [index + 1, proposal.groups[index]];
    const own = group?.places.map((place) =>
      place.entranceId === null ? `building:${place.buildingId}` : `entrance:${place.entranceId}`,
    );
    const needed = n === 1 ? { needed: true } : { when: w.when };
    const hint = n === 1 ? w.nameHint : w.moreHint;
    return [
      {
        kind: 'text',
        name: `name_${n}`,
        label: w.name(n),
        hint,
        defaultValue: group?.name,
        ...needed,
      },
      {
        kind: 'radio',
        name: `effect_${n}`,
        label: w.effect(n),
        options: effects,
        defaultValue: group?.effect,
        ...needed,
      },
      { kind: 'text', name: `why_${n}`, label: w.why(n), defaultValue: group?.why, ...needed },
      {
        kind: 'grid',
        name: `places_${n}`,
        label: w.places(n),
        rows: places,
        defaultValues: own,
        ...needed,
        more: own ? w.otherBuildings : w.allBuildings(buildings.length),
        open: n === 1 && !own,
      },
    ];
  }).flat();
  const why = whyNot(acts.nameGroups, asked);
  const reasoned = SHORT_KINDS.includes(proposal.kind) && (await reasonOf(call, { no }));
  const losses = lossesOf(acts.nameGroups.undoes?.(asked.facts, asked.now) ?? {});
  const reason: FieldsOf<typeof nameGroups> =
    Object.keys(losses).length === 0
      ? []
      : [{ kind: 'textarea', name: 'reason', label: w.reason, hint: w.reasonHint, rows: 3, needed: true }];
  return (
    <Act
      crumb={crumb}
      title={pick(messages, locale).acts.groups}
      lead={w.lead}
      blocked={reasonIn(messages, 'groups', why, locale)}
    >
      {proposal.state !== 'scoping' && (
        <Notice kind="danger">
          <p>{w.changing}</p>
        </Notice>
      )}
      {reasoned && (
        <ShortReason said={reasoned} before={`${to.proposal(locale, community, no)}#short-before`} locale={locale} />
      )}
      <Undoes losses={losses} locale={locale} />
      <KeptForm
        action={nameGroups}
        fields={[...fields, ...reason]}
        submitLabel={w.submit}
        {...form}
        about={{ ...form.about, shown: showing(groupsShown(proposal.groups)) }}
        cancel={cancel}
      />
    </Act>
  );
});
