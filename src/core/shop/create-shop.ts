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
import { readPolicy } from './policy.ts';
import { createSerial } from './serial.ts';
import { createSessions } from './sessions.ts';
import { createStocktaking } from './stocktaking.ts';

/** The shop over the given ports: the same on kiosk, hub and command line. */
export function createShop(ports: ShopPorts): Shop {
  const parts: ShopParts = { ...ports, inTurn: createSerial() };
  return {
    browsing: createBrowsing(parts),
    stock: createStocktaking(parts),
    carts: createCarts(parts),
    notes: createNotes(parts),
    holds: createHolds(parts),
    payments: createPayments(parts),
    benefits: createBenefits(parts),
    orders: createOrderDesk(parts),
    sessions: createSessions(parts),
    floor: createFloor(parts),
    help: createHelp(parts),
    policy: () => readPolicy(parts),
  };
}
