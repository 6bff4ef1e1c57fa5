import { type Finding, ok, problem, reasonOf, warning } from './check.ts';

const timeoutMs = 4000;
/** One-time codes and capsules live for minutes: a clock further off than this breaks them. */
const maximumSkewSeconds = 60;

export interface HubAnswer {
  readonly finding: Finding;
  /** Seconds that the hub's clock is ahead of ours; undefined when it did not answer. */
  readonly clockAheadSeconds: number | undefined;
}

export async function checkHub(hubUrl: string): Promise<HubAnswer> {
  try {
    const sentAt = Date.now();
    const response = await fetch(new URL('/healthz', hubUrl), { signal: AbortSignal.timeout(timeoutMs) });
    const receivedAt = Date.now();
    const date = Date.parse(response.headers.get('date') ?? '');
    // The header has whole seconds; half of one is added so that the estimate is not always behind.
    const ahead = Number.isNaN(date) ? undefined : (date + 500 - (sentAt + receivedAt) / 2) / 1000;
    if (!response.ok) {
      const advice = 'Something else may listen there; check the address, and the hub’s log.';
      return {
        finding: problem('hub', `${hubUrl} answers ${response.status}`, advice),
        clockAheadSeconds: ahead,
      };
    }
    return { finding: ok('hub', `${hubUrl} answers in ${receivedAt - sentAt} ms`), clockAheadSeconds: ahead };
  } catch (error) {
    const advice =
      "Start one with 'aisle hub', or name it with --hub. A kiosk that has synced sells without it.";
    return { finding: warning('hub', `${hubUrl}: ${reasonOf(error)}`, advice), clockAheadSeconds: undefined };
  }
}

/** The machine's clock against the hub's. */
export function checkClock(clockAheadSeconds: number | undefined): Finding {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const here = `${new Date().toISOString()} (${zone})`;
  if (clockAheadSeconds === undefined) {
    return warning('clock', `${here}, nothing to compare with`, 'Run again when the hub can be reached.');
  }
  if (Math.abs(clockAheadSeconds) > maximumSkewSeconds) {
    const way = clockAheadSeconds > 0 ? 'behind' : 'ahead of';
    const found = `${here}, ${Math.abs(Math.round(clockAheadSeconds))} s ${way} the hub`;
    return problem(
      'clock',
      found,
      "Switch on network time ('timedatectl set-ntp true'): codes expire by the clock.",
    );
  }
  return ok('clock', `${here}, within ${maximumSkewSeconds} s of the hub`);
}

/** Lists the models of the configured endpoint; costs nothing on any compatible server. */
export async function checkModel(environment: NodeJS.ProcessEnv): Promise<Finding> {
  const key = environment.OPENAI_API_KEY;
  const base = environment.AISLE_LLM_BASE_URL || environment.OPENAI_BASE_URL;
  if (!key && !base) return ok('model', 'no key set: the agent works without a model');
  if (!key) {
    const advice = 'Set OPENAI_API_KEY too; any word does where the endpoint wants none.';
    return warning('model', `${base} is named, but no key: the agent works without a model`, advice);
  }
  if (!URL.canParse(base || 'https://api.openai.com/v1')) {
    return problem(
      'model',
      `'${base}' is no URL`,
      'Set OPENAI_BASE_URL to one such as http://127.0.0.1:11434/v1.',
    );
  }
  const address = `${(base || 'https://api.openai.com/v1').replace(/\/+$/, '')}/models`;
  try {
    const response = await fetch(address, {
      headers: { Authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.ok) return ok('model', `${address} answers`);
    const advice =
      response.status === 401 ? 'The key is not accepted: check OPENAI_API_KEY.' : 'Check OPENAI_BASE_URL.';
    return problem('model', `${address} answers ${response.status}`, advice);
  } catch (error) {
    const advice =
      'Check OPENAI_BASE_URL and the network. Until it answers, the agent works without a model.';
    return warning('model', `${address}: ${reasonOf(error)}`, advice);
  }
}
