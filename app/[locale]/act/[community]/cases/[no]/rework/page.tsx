import { ownStep } from '../own-step';

export default ownStep('rework');
