import type { Coding } from './board-cache';

/** The best coding a browser takes (RFC 9110, 12.5.3): a weight of nought refuses it, `*` speaks for those not named. */
export function codings(accepted: string | string[] = ''): Coding {
  const weights = new Map(
    String(accepted)
      .toLowerCase()
      .split(',')
      .map((one): [string, number] => {
        const [name = '', ...parameters] = one.split(';').map((part) => part.trim());
        const weight = parameters.find((part) => part.startsWith('q='));
        return [name, weight === undefined ? 1 : Number(weight.slice(2))];
      }),
  );
  const takes = (coding: Coding) => (weights.get(coding) ?? weights.get('*') ?? 0) > 0;
  return (['br', 'gzip'] as const).find(takes) ?? 'identity';
}
