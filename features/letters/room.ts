import type { Room } from '@/lib/room';
import { personal } from './personal';

export const room = {
  name: 'letters',
  personal,
} satisfies Room;
