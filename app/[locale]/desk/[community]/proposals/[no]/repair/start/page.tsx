import { startRepairs } from '@/features/repairs/actions';
import { wholePage } from '../repair-page';

export default wholePage('start', startRepairs);
