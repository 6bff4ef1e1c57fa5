import type { Shop } from '../shop.ts';
import { createBenefits } from './benefits.ts';
import { createBrowsing } from './browsing.ts';
import { createCarts } from './carts.ts';
import { createFloor } from './floor.ts';
import { createHelp } from './help.ts';
import { createHolds } from './holds.ts';
import { createNotes } from './notes.ts';
import { createOrderDesk } from './order-desk.ts';
import type { ShopParts, ShopPorts } from './parts.ts';
import { createPayments } from './payments.ts';
import { createPlans } from './plans.ts';
import { readPolicy } from './policy.ts';
import { createSerial } from './serial.ts';
import { createSessions } from './sessions.ts';
import { createStocktaking } from './stocktaking.ts';

/** The shop over the given ports: the same on kiosk, hub and command line. */
export function createShop(ports: ShopPorts): Shop {
  const parts: ShopParts = { ...ports, inTurn: createSerial() };
  const services = {
    browsing: createBrowsing(parts),
    stock: createStocktaking(parts),
    carts: createCarts(parts),
    holds: createHolds(parts),
    payments: createPayments(parts),
    orders: createOrderDesk(parts),
    policy: () => readPolicy(parts),
  };
  return {
    ...services,
    notes: createNotes(parts),
    benefits: createBenefits(parts),
    plans: createPlans(parts, services),
    sessions: createSessions(parts),
    floor: createFloor(parts),
    help: createHelp(parts),
  };
}
