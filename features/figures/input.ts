import { z } from 'zod';
import { hung } from '@/lib/hung';
import { choice, day, count as figure, id, line, optionalLine, optionalText, orNothing, text } from '@/lib/input';

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'invalid');
const reported = orNothing(figure());

/**
 * Counted callbacks of a period; what is left out was not reported. `derivedZh`/`derivedEn`: how the counts were obtained
 * when nobody reported them. `looked`: the figures as they were shown to whoever publishes them (`sayingOf`).
 */
const period = z.object({
  from: day,
  to: day,
  effective: figure(),
  contacted: reported,
  resolved: reported,
  satisfied: reported,
  fairlySatisfied: reported,
  derivedZh: hung(optionalText(300)),
  derivedEn: hung(optionalText(300)),
  looked: optionalLine(200),
});

interface Counted {
  from: string;
  to: string;
  effective: number;
  contacted?: number | undefined;
  resolved?: number | undefined;
  satisfied?: number | undefined;
  fairlySatisfied?: number | undefined;
}

function agrees(value: Counted, context: z.RefinementCtx): void {
  const say = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  if (value.to < value.from) say('to', 'period_backwards');
  for (const name of ['contacted', 'resolved', 'satisfied'] as const)
    if ((value[name] ?? 0) > value.effective) say(name, 'more_than_effective');
  if ((value.satisfied ?? 0) + (value.fairlySatisfied ?? 0) > value.effective)
    say('fairlySatisfied', 'more_than_effective');
}

export const recordInput = period.superRefine(agrees);

/** `looked`: the counts as they were shown (`sayingOfMonth`). */
export const deriveInput = z.object({
  month,
  looked: optionalLine(200),
});

/** `corrects`: the id of the period as it was published; these figures take its place. */
export const correctInput = period.extend({ corrects: id, reason: text(400) }).superRefine(agrees);

const tenths = figure(0, 10);

/** How a district counts from the beginning of `month`, in tenths. */
export const proposeProfileInput = z.object({
  district: line(40),
  name: line(40),
  month,
  response: tenths,
  resolution: tenths,
  satisfaction: tenths,
  fairlyTenths: tenths,
  reason: text(300),
  submission: z.uuid('invalid'),
});

export const answerProfileInput = z.object({
  district: line(40),
  profile: id,
  agreed: choice(['yes', 'no']),
  reason: hung(optionalText(300)),
});
