import { z } from 'zod';
import { productSummary } from './catalogue.ts';
import { chosenFulfilment, fulfilmentOption } from './fulfilment.ts';
import { currencyCode, minorUnits } from './money.ts';
import { loyalty, offer } from './offer.ts';
import { order } from './order.ts';
import { payment } from './payment.ts';
import { phoneLink } from './phone-link.ts';
import { plan } from './plan.ts';
import { redeemedPoints } from './points.ts';
import { reservationView } from './reservation.ts';
import { nearbyStock, stockFigure, store } from './store.ts';

/** What the agent shows instead of telling; each is made by code from a tool's result, never by a model. */
export const card = z.discriminatedUnion('type', [
  z.object({ type: z.literal('products'), title: z.string(), items: z.array(productSummary).readonly() }),
  z.object({
    type: z.literal('bundle'),
    title: z.string(),
    items: z.array(productSummary).readonly(),
    total: minorUnits,
    currency: currencyCode,
  }),
  z.object({
    type: z.literal('stock'),
    title: z.string(),
    figures: z
      .array(stockFigure.extend({ size: z.string().nullable(), colour: z.string().nullable() }))
      .readonly(),
  }),
  z.object({ type: z.literal('nearby'), title: z.string(), stores: z.array(nearbyStock).readonly() }),
  z.object({ type: z.literal('store'), store }),
  z.object({
    type: z.literal('cart'),
    pieces: z.int(),
    subtotal: minorUnits,
    discount: minorUnits,
    redeemed: redeemedPoints.optional(),
    fulfilment: chosenFulfilment.optional(),
    total: minorUnits,
    currency: currencyCode,
  }),
  z.object({ type: z.literal('reservations'), items: z.array(reservationView).readonly() }),
  z.object({ type: z.literal('payment'), payment }),
  z.object({ type: z.literal('phone-link'), link: phoneLink }),
  z.object({ type: z.literal('loyalty'), loyalty }),
  z.object({ type: z.literal('offers'), items: z.array(offer).readonly() }),
  z.object({ type: z.literal('fulfilment'), options: z.array(fulfilmentOption).readonly() }),
  z.object({ type: z.literal('orders'), items: z.array(order).readonly() }),
  z.object({ type: z.literal('plan'), plan }),
]);
export type Card = z.infer<typeof card>;
