import { type Act, because, never } from '@/lib/act';
import { mayGiveKey, mayWithdrawKey } from './policy';

/** 发钥匙. */
export const giveKey: Act<object, never> = { name: 'key.give', why: never, by: mayGiveKey };

interface Given {
  withdrawn: boolean;
}

/** 收钥匙. */
export const withdrawKey: Act<Given, 'key_withdrawn'> = {
  name: 'key.withdraw',
  why: ({ withdrawn }) => because(withdrawn, 'key_withdrawn'),
  by: mayWithdrawKey,
  undoes: () => ({ keys: 1 }),
};
