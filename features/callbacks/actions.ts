'use server';

import * as at from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import * as follow from './commands/follow';
import { messages } from './messages';

export const drawWave = form(commands.drawWave, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'callbacks', value.proposal),
});

export const noteCallback = form(commands.noteCallback, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'callbacks', value.proposal),
});

export const followCallback = form(follow.followCallback, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'callbacks', value.proposal, 'unsolved'),
});

export const closeWave = form(commands.closeWave, {
  messages,
  then: ({ locale, community, value }) => at.desk(locale, community, 'callbacks', value.proposal),
});
