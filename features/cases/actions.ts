'use server';

import { z } from 'zod';
import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import type { Call } from '@/lib/gate';
import { allWrong, refuse } from '@/lib/result';
import * as commands from './commands';
import { takeDownCase as takeDownCommand } from './commands/down';
import { recordCaseInput } from './input';
import { messages } from './messages';
import { similarCases } from './queries';
import { homeNamed } from './queries/choices';
import { checksOf } from './rules';

/** As the form of a case sends it. `alike`: those that are like it were seen, and it is another. */
const recordInput = recordCaseInput.extend({ alike: z.literal('seen').optional() });

/** What is like one that hangs already and nobody has answered yet is shown before another is written down: nothing typed is lost. */
async function unlikeOthers(call: Call, raw: unknown) {
  const given = recordInput.safeParse(raw);
  if (!given.success || given.data.alike) return commands.recordCase(call, raw);
  const { alike: _, ...said } = given.data;
  const home = said.household ?? (await homeNamed(call, { home: said.home, building: said.building }));
  // Whatever is to be mended is told before it is asked whether it is another.
  if (allWrong(checksOf(said)) || (said.home && home === undefined)) return commands.recordCase(call, raw);
  const alike = (await similarCases(call, { title: said.title, place: said.place, at: said.at })) ?? [];
  const [first, ...others] = alike.filter(({ elsewhere }) => !elsewhere);
  if (!first) return commands.recordCase(call, raw);
  const { no, title, place } = first;
  return refuse('case_alike', {
    no,
    title,
    place,
    others: others.length,
    told: said.source === 'web' ? 0 : 1,
    ...(home && { home }),
  });
}

export const recordCase = form(Object.assign(unlikeOthers, { input: recordInput }), {
  messages,
  again: ({ code }) => (code === 'case_alike' ? { alike: 'seen' } : undefined),
  way: ({ code, details }, { locale, community, values }) => {
    if (code !== 'case_alike') return undefined;
    const asked = new URLSearchParams({ q: values.title ?? '', place: values.place ?? '', at: values.at ?? '' });
    // Whoever writes down what somebody else says joins for that home alone.
    if (values.source !== 'web') {
      asked.set('by', values.back === at.door(locale, community) ? 'door' : 'desk');
      asked.set('home', String(details?.home ?? ''));
    }
    return {
      href: `${at.act(locale, community, 'cases', 'similar')}?${asked}`,
      label: messages[locale].similar.look(1 + Number(details?.others ?? 0)),
    };
  },
  then: ({ locale, community, value, values }) =>
    values.source === 'web'
      ? `${at.act(locale, community, 'cases', value.no)}?done=received`
      : at.isLocalAddress(values.back)
        ? values.back
        : at.desk(locale, community, 'cases', value.no),
});

/** Words for who may not: before it hangs, and with a proposal. */
const unlike = (zh: string, en: string) => ({
  zh: { refusals: { ...messages.zh.refusals, not_allowed: zh } },
  en: { refusals: { ...messages.en.refusals, not_allowed: en } },
});
const posting = unlike(messages.zh.posting.notYours, messages.en.posting.notYours);

export const postCase = form(commands.postCase, {
  messages: posting,
  then: ({ locale, community, value }) => at.desk(locale, community, 'cases', value.case),
});

export const takeDownCase = form(takeDownCommand, {
  messages: unlike(messages.zh.posting.notYoursDown, messages.en.posting.notYoursDown),
  then: ({ locale, community, value }) => at.desk(locale, community, 'cases', value.case, 'posting'),
});

const linking = unlike(messages.zh.link.notYours, messages.en.link.notYours);

export const linkCase = form(commands.linkCase, {
  messages: linking,
  then: ({ locale, community, value }) => at.desk(locale, community, 'cases', value.case),
});

export const unlinkCase = form(commands.unlinkCase, {
  messages: linking,
  then: ({ locale, community, value }) => at.desk(locale, community, 'cases', value.case),
});
