export function pageTypes(): string[];
export function visitorsOf(type: string): (string | undefined)[];
export function knownNumbers(url: string): Promise<Record<string, string[]>>;
export function addressesOf(type: string, numbers: Record<string, string[]>): string[];
