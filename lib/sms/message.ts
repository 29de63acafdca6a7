/** What is said in a message; a gateway that sends texts it has approved knows each by a template. */
export type SmsKind = 'code';

export interface SmsMessage {
  /** Of this message alone. Whoever is given the same id again is given the same message. */
  id: string;
  /** 11 digits. */
  to: string;
  kind: SmsKind;
  /** What the template leaves open, under its name and in its order. */
  values: Record<string, string>;
  /** The whole but for the signature, for gateways that take any text. */
  text: string;
  /** Afterwards nobody needs it any more. */
  until: Date;
}

/**
 * What became of a message that a gateway was given. What is certainly not taken may be given again; `unsure` may be on
 * its way already. `said` is the gateway's own code, without anything of the message.
 */
export type SmsOutcome = { taken: true; receipt: string } | NotTaken;

export interface NotTaken {
  taken: false;
  trouble: Trouble;
  said: string;
}

/** Each trouble in words for whoever runs the installation. */
export const troubles = {
  busy: 'the gateway is busy or not to be reached',
  unsure: 'no answer says whether the gateway has taken it',
  number: 'the gateway does not send to this number',
  limit: 'this number has had as many messages as the gateway allows',
  settings: 'the gateway refuses these settings',
  account: 'the account may not send: balance, product, or total of the day',
} as const;
export type Trouble = keyof typeof troubles;

export interface SmsDriver {
  send: (message: SmsMessage) => Promise<SmsOutcome>;
  /** Asks without sending: what would keep messages from being sent, one line each. */
  problems: () => Promise<string[]>;
}

/** As a telephone shows it. */
export const underSign = (sign: string, text: string): string => `【${sign}】${text}`;

export const notTaken = (trouble: Trouble, said: string): NotTaken => ({ taken: false, trouble, said });

export const inWords = ({ trouble, said }: NotTaken): string => `${troubles[trouble]} (${said})`;
