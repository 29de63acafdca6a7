import type { Kind } from '@/db/words/proposals';
import type { GateState } from '@/db/words/scoping';

/** A procedure the law may demand, with the provision it comes from: to be checked with a lawyer, no legal advice. */
export type GateLaw = {
  key: string;
  statute: 'civil_code' | 'beijing_greening' | 'special_equipment' | 'high_rise_fire';
  articles: string;
};

const law = (key: string, statute: GateLaw['statute'], articles: string): GateLaw => ({ key, statute, articles });

export const GATES_OF: Readonly<Record<Kind, readonly GateLaw[]>> = {
  path_green: [
    law('common_green', 'civil_code', '274'),
    law('owners_vote_use', 'civil_code', '278(1)(8)'),
    law('greening_permit', 'beijing_greening', '57-58'),
  ],
  lift: [law('owners_vote_rebuild', 'civil_code', '278(1)(7)'), law('lift_inspection', 'special_equipment', '25')],
  repair_fund: [
    law('owners_vote_fund', 'civil_code', '278(1)(5)'),
    law('fund_purpose', 'civil_code', '281'),
    law('fund_emergency', 'civil_code', '281(2)'),
  ],
  parking: [law('common_parking', 'civil_code', '275-276'), law('owners_vote_use', 'civil_code', '278(1)(8)')],
  lighting_charging: [
    law('owners_vote_use', 'civil_code', '278(1)(8)'),
    law('charging_fire_safety', 'high_rise_fire', '37'),
  ],
  other: [law('owners_vote_other', 'civil_code', '278(1)(9)')],
};

/** A gate as decided: satisfied needs evidence, a date and a signer; not applicable needs a reason and a signer. */
export type Gate = {
  key: string;
  state: GateState;
  evidence: string;
  decidedOn: string | null;
  signer: number | null;
};

export function gateDecided(gate: Gate): boolean {
  if (gate.state === 'open' || gate.signer === null || !gate.evidence.trim()) return false;
  return gate.state === 'not_applicable' || gate.decidedOn !== null;
}

/** Keys of the gates of this kind that still bar the way to the notice, also those nobody has opened yet. */
export function openGates(kind: Kind, gates: readonly Gate[]): string[] {
  const decided = new Set(gates.filter(gateDecided).map((gate) => gate.key));
  const wanted = [...GATES_OF[kind].map(({ key }) => key), ...gates.map(({ key }) => key)];
  return [...new Set(wanted)].filter((key) => !decided.has(key));
}
