import { completeRepairs } from '@/features/repairs/actions';
import { wholePage } from '../repair-page';

export default wholePage('completion', completeRepairs);
