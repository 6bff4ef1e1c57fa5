import { afterAll, beforeAll, describe, expect } from 'vitest';
import { heardOut, part, say, waitForShop } from '../../src/cli/demo/at-the-kiosk.ts';
import { clearCamera } from '../../src/cli/demo/hold-up.ts';
import type { KioskOnStage } from '../../src/cli/demo/launch-kiosk.ts';
import {
  callsTools,
  type ModelEndpoint,
  says,
  startModelEndpoint,
} from '../integration/agent/model-endpoint.ts';
import { enterAsGuest, textOf } from './support/at-the-shelf.ts';
import { healthOf } from './support/kiosk-calls.ts';
import { openScene, type Scene } from './support/open-scene.ts';
import { pictured, scenarios } from './support/scenario.ts';
import { until } from './support/until.ts';

const words = 'Linen keeps you cool at noon.';
const nonsense = '{"action":"buy_everything"';

let scene: Scene;
let endpoint: ModelEndpoint;
let kiosk: KioskOnStage;

const screens = () => ({ kiosk: kiosk?.page });
const scenario = scenarios(screens);

beforeAll(async () => {
  endpoint = await startModelEndpoint([
    says(words),
    // Never a word: the shopper stops it.
    () => undefined,
    callsTools(['no_such_tool', nonsense]),
    (response) => response.writeHead(503).end('overloaded'),
  ]);
  scene = await openScene();
  await pictured('model', screens, async () => {
    await clearCamera(scene.phone, scene.cameraFile);
    kiosk = await scene.openKiosk({
      environment: {
        OPENAI_BASE_URL: endpoint.baseUrl,
        OPENAI_API_KEY: 'scripted',
        AISLE_LLM_MODEL: 'scripted',
      },
    });
    await waitForShop(kiosk.page);
    await enterAsGuest(kiosk.page);
  });
});
afterAll(async () => {
  await scene?.close();
  await endpoint?.close();
});

const lastAnswer = () => textOf(kiosk.page.getByTestId('agent-message').last());

describe('the kiosk with a language model', () => {
  scenario('shows its words; staff see that it serves, the shopper does not', async () => {
    const { page } = kiosk;
    await say(page, 'what do I wear in the heat?');
    await until(lastAnswer).toContain(words);
    expect((await healthOf(page)).planner).toBe('llm');
    expect(await textOf(page.locator('body'))).not.toMatch(/language model|planner|openai|LLM/i);
  });

  scenario('that says nothing can be stopped by touch', async () => {
    const { page } = kiosk;
    await say(page, 'show me kurtas');
    await part(page, 'chat-stop').click();
    await part(page, 'chat-stop').waitFor({ state: 'hidden' });
  });

  scenario('that talks nonsense or refuses is left: the offline planner answers from this shop', async () => {
    const { page } = kiosk;
    await say(page, 'show me cotton kurtas');
    await heardOut(page);
    await part(page, 'product-card').waitFor();
    expect(await textOf(page.locator('body'))).not.toContain('buy_everything');
    expect(endpoint.requests.length).toBeGreaterThanOrEqual(3);
  });
});
