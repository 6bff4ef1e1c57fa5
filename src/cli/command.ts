/** What a command talks to; injected so that commands can be run in tests. */
export interface CommandStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly errors: NodeJS.WritableStream;
  readonly environment: NodeJS.ProcessEnv;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Whole text of `--help`. */
  readonly help: string;
  /** Gives the exit status: 0 done, 1 done in part or found something wrong, 2 could not be tried as asked. */
  run(argv: readonly string[], streams: CommandStreams): Promise<number>;
}

/** What was asked for cannot be done here; the message says what to do. Ends with status 1. */
export class CommandFailure extends Error {}

/** The words of a command line are off; says so on stderr and ends with status 2. */
export class UsageError extends Error {}
