'use server';

import * as to from '@/lib/addresses';
import { form } from '@/lib/forms';
import * as commands from './commands';
import { messages } from './messages';

export const lookAtPicture = form(commands.lookAtPicture, {
  messages,
  then: ({ locale, community, values }) =>
    to.isLocalAddress(values.back) ? values.back : to.desk(locale, community, 'proposals'),
});

export const removePicture = form(commands.removePicture, {
  messages,
  then: ({ locale, values }) => (to.isLocalAddress(values.back) ? values.back : to.me(locale)),
});
