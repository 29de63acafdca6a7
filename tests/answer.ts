import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { type Answer, newAnswer } from '@/lib/answer';

/** An answer nobody waits for, to see what reads say of it. */
export const someAnswer = (): Answer => newAnswer(new ServerResponse(new IncomingMessage(new Socket())), 'test');
