import { migrate } from '@/db/migrate';
import { ground } from '@/features/rooms';
import { env } from '@/lib/env';

await migrate(env.databaseUrl, ground);
