'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const nameDepicted = form(commands.nameDepicted, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'occasions', value.occasion, 'pictures'),
});

export const dropDepicted = form(commands.dropDepicted, {
  messages,
  then: ({ locale, community, value }) => to.desk(locale, community, 'occasions', value.occasion, 'pictures'),
});

export const answerDepicted = form(commands.answerDepicted, {
  messages,
  then: ({ locale }) => to.me(locale, 'pictures'),
});

export const recordDepicted = form(commands.recordDepicted, {
  messages,
  then: ({ locale, community }) => to.door(locale, community, 'pictures'),
});
