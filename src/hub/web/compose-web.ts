import { Hono } from 'hono';

export async function composeWeb(_parts: unknown): Promise<{ readonly app: Hono; stop(): Promise<void> }> {
  const app = new Hono();
  return { app, stop: async () => undefined };
}
