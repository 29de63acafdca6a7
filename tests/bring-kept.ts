import { handlers } from '@/features/exchange/jobs';
import { closePool } from '@/lib/gate';

/** The job that brings in a kept sheet, in a process that may be killed. */
await handlers.orders_import?.(JSON.parse(process.argv[2] ?? '{}'));
await closePool();
