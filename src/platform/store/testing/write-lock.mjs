// The lock for a thread of a test: Node runs no TypeScript in a thread by itself.
import { register } from 'tsx/esm/api';

register();
export const { createYieldingLock } = await import('../thread/write-lock.ts');
