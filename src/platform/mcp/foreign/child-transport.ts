import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import {
  type JSONRPCMessage,
  ReadBuffer,
  serializeMessage,
  type Transport,
} from '@modelcontextprotocol/client';
import { getDefaultEnvironment } from '@modelcontextprotocol/client/stdio';
import { countLines, mostBytes, mostLines } from './limits.ts';

/** A program that has been told to end gets this long. */
const graceMs = 1_000;

/**
 * MCP over the stdin and stdout of a child. The SDK's own transport reads as fast as the child writes, parses every line,
 * and waits up to four seconds before it kills: a child that floods would take the shop's thread with it.
 * This one reads a chunk a turn of the event loop, counts before it parses, and kills at once, with all that the child started.
 */
export class ChildTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: Transport['onmessage'];
  /** By which the SDK knows a pipe from HTTP. What the child says on stderr is thrown away: it may hold secrets. */
  readonly stderr = null;
  /** Why it is over, in words for an operator. */
  ended: string | undefined;
  private child: ChildProcessByStdio<Writable, Readable, null> | undefined;
  private readonly buffer = new ReadBuffer({ maxBufferSize: mostBytes });
  private bytes = 0;
  private lines = 0;
  private readonly killNow = () => this.kill('SIGKILL');

  constructor(
    private readonly program: {
      readonly command: string;
      readonly args: readonly string[];
      readonly env: Record<string, string>;
    },
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Rejects when the program cannot be started. */
  async start(): Promise<void> {
    const child = spawn(this.program.command, this.program.args, {
      env: { ...getDefaultEnvironment(), ...this.program.env },
      stdio: ['pipe', 'pipe', 'ignore'],
      // A group of its own, so that what the program starts can be killed with it.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.child = child;
    process.once('exit', this.killNow);
    child.stdin.on('error', () => undefined);
    child.stdout.on('error', () => undefined);
    child.stdout.on('data', (chunk: Buffer) => this.read(chunk));
    child.once('exit', (status, signal) => {
      this.ended ??= `ended with ${signal ?? `status ${status}`}`;
      // What it started would keep the pipe open, and with it the connection.
      this.killNow();
      setTimeout(() => child.stdout.destroy(), graceMs).unref();
    });
    child.once('close', () => this.over());
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.on('error', (error: NodeJS.ErrnoException) => {
        this.ended ??= `cannot be started (${error.code ?? 'unknown'})`;
        reject(error);
      });
    });
  }

  async send(message: JSONRPCMessage): Promise<void> {
    const stdin = this.child?.stdin;
    if (stdin?.writable !== true) throw new Error('The program has ended');
    if ('method' in message && 'id' in message) {
      this.bytes = 0;
      this.lines = 0;
    }
    stdin.write(serializeMessage(message));
    // One that does not read what it is told, but asks on.
    if (stdin.writableLength > mostBytes) this.stop('does not read what it is sent');
  }

  async close(): Promise<void> {
    const child = this.child;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return this.over();
    const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
    this.ended ??= 'closed';
    child.stdin.end();
    this.kill('SIGTERM');
    const killing = setTimeout(this.killNow, graceMs);
    await closed;
    clearTimeout(killing);
  }

  private read(chunk: Buffer): void {
    if (this.ended !== undefined && this.child?.exitCode === null) return;
    this.bytes += chunk.length;
    this.lines += countLines(chunk);
    if (this.bytes > mostBytes || this.lines > mostLines) {
      this.stop('writes without end');
      return;
    }
    this.child?.stdout.pause();
    setImmediate(() => this.child?.stdout.resume());
    try {
      this.buffer.append(chunk);
    } catch {
      this.stop('writes without end');
      return;
    }
    for (;;) {
      try {
        const message = this.buffer.readMessage();
        if (message === null) return;
        this.onmessage?.(message);
      } catch {
        // A line that is JSON, but no message: no more than noise.
      }
    }
  }

  private stop(why: string): void {
    this.ended ??= why;
    this.killNow();
  }

  private kill(signal: NodeJS.Signals): void {
    const pid = this.child?.pid;
    if (pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, signal);
    } catch {
      // Nobody left.
    }
  }

  private over(): void {
    process.off('exit', this.killNow);
    const { onclose } = this;
    delete this.onclose;
    onclose?.();
  }
}
