'use server';

import { leadsTo } from '@/features/rooms';
import * as to from '@/lib/addresses';
import { accountForm } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const readLetter = accountForm(commands.readLetter, {
  messages,
  then: ({ locale, value }) => leadsTo(value, locale),
  quiet: true,
});

export const readAllLetters = accountForm(commands.readAllLetters, {
  messages,
  then: ({ locale }) => `${to.me(locale, 'letters')}?done=read`,
});
