import type { FieldFor, FieldsOf } from '@/components/form/spec';
import type { Effect } from '@/db/words/scoping';
import type { draftAlternative, sayWord } from '@/features/alternatives/actions';
import { messages as opinions } from '@/features/opinions/messages';
import { GROUNDS } from '@/features/opinions/rules';
import { siteShapeFields } from '@/features/plans/components/site-fields';
import { clausesText } from '@/features/plans/rules';
import { messages as proposals } from '@/features/proposals/messages';
import { messages as scoping } from '@/features/scoping/messages';
import { EFFECTS } from '@/features/scoping/rules';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import type { AlternativeFact } from '../facts';
import { messages } from '../messages';
import { ANSWERS, letterOf, type Said } from '../rules';

interface Concerned {
  position: number;
  title: string;
  summary: string;
  effect: Effect;
  why: string;
}

interface Stands {
  takes: number | null;
  answers: readonly (Said & { position: number })[];
}

/** What a household says of each that concerns it, and which it would take. */
export function wordFields(
  locale: Locale,
  concerned: readonly Concerned[],
  stands: Stands | null,
): FieldsOf<typeof sayWord> {
  const t = pick(messages, locale);
  const { effects } = pick(proposals, locale);
  const { grounds } = pick(opinions, locale);
  const each = concerned.flatMap(({ position, title, effect, why }): FieldsOf<typeof sayWord> => {
    const letter = letterOf(position);
    const said = stands?.answers.find((one) => one.position === position);
    return [
      {
        kind: 'radio',
        name: `answer_${position}`,
        label: t.say.answer(`${letter} · ${title}`),
        hint: t.concerns(effects[effect], why),
        options: ANSWERS.map((value) => ({ value, label: t.answers[value] })),
        tiles: true,
        needed: true,
        ...(said && { defaultValue: said.answer }),
      },
      {
        kind: 'select',
        name: `ground_${position}`,
        label: t.say.ground(letter),
        when: t.say.groundWhen,
        options: GROUNDS.map((value) => ({ value, label: grounds[value] })),
        ...(said?.ground && { defaultValue: said.ground }),
      },
      {
        kind: 'textarea',
        name: `words_${position}`,
        label: t.say.words(letter),
        hint: said?.answer === 'cannot' && said.words ? t.say.wordsOfNo : t.say.wordsHint,
        rows: 2,
        ...(said?.words && { defaultValue: said.words }),
      },
    ];
  });
  const takes: FieldFor<'takes'> = {
    kind: 'select',
    name: 'takes',
    label: t.say.takes,
    hint: t.say.takesHint,
    options: concerned.map(({ position, title }) => ({
      value: String(position),
      label: t.named(letterOf(position), title),
    })),
    ...(stands?.takes != null && { defaultValue: String(stands.takes) }),
  };
  return concerned.length > 1 ? [...each, takes] : each;
}

type Doors = readonly { id: number; no: number; buildingId: number; building: string }[];

/** An alternative as it is written: its text and, as for any proposal, its groups. */
export function draftFields(
  locale: Locale,
  doors: Doors,
  sites: readonly { compound: number; version: number }[],
  old: AlternativeFact | undefined,
): FieldsOf<typeof draftAlternative> {
  const t = pick(messages, locale).draft;
  const w = pick(scoping, locale).groups;
  const { effects } = pick(proposals, locale);
  const buildings = [...new Map(doors.map((one) => [one.buildingId, one.building])).entries()];
  const places = buildings.map(([id, name]) => ({
    whole: { value: `building:${id}`, label: w.building(name) },
    parts: doors
      .filter((one) => one.buildingId === id)
      .map((one) => ({ value: `entrance:${one.id}`, label: w.door(one.no) })),
  }));
  const rows = Math.min(6, Math.max(3, (old?.groups.length ?? 0) + 1));
  const groups = Array.from({ length: rows }, (_, index): FieldsOf<typeof draftAlternative> => {
    const [n, group] = [index + 1, old?.groups[index]];
    const own = group?.places.map((one) =>
      one.entrance === null ? `building:${one.building}` : `entrance:${one.entrance}`,
    );
    const needed = n === 1 ? { needed: true } : { when: w.when };
    return [
      {
        kind: 'text',
        name: `name_${n}`,
        label: w.name(n),
        defaultValue: group?.name,
        hint: n === 1 ? w.nameHint : w.moreHint,
        ...needed,
      },
      {
        kind: 'radio',
        name: `effect_${n}`,
        label: w.effect(n),
        options: EFFECTS.map((value) => ({ value, label: effects[value] })),
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
  return [
    { kind: 'text', name: 'title', label: t.title, hint: t.titleHint, defaultValue: old?.title },
    { kind: 'textarea', name: 'summary', label: t.summary, rows: 2, defaultValue: old?.summary },
    {
      kind: 'text',
      name: 'cost',
      label: t.cost,
      inputMode: 'decimal',
      ...(old && { defaultValue: (old.cost / 100).toFixed(2) }),
    },
    { kind: 'text', name: 'costNote', label: t.costNote, defaultValue: old?.costNote },
    {
      kind: 'textarea',
      name: 'clauses',
      label: t.clauses,
      hint: t.clausesHint,
      rows: 5,
      ...(old && { defaultValue: clausesText(old.clauses) }),
    },
    ...(sites.length > 0
      ? siteShapeFields({ drawn: old?.drawing ?? null, sites, says: { label: t.shapes, hint: t.shapesHint } }, locale)
      : []),
    ...groups,
  ];
}
