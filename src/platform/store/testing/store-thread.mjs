// The thread's program as it stands in the sources: Node runs no TypeScript in a thread by itself.
import { register } from 'tsx/esm/api';

register();
await import('../../../composition/store-thread.ts');
