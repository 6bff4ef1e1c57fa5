import type { IntentWords } from '../../intent-names.ts';

/** Orders that were placed, and what may be done about them. */
export const orders: IntentWords = {
  policy: [
    '(return|returns|refund|refunds|exchange|cancellation|store|shop|your) (policy|policies|rules)',
    '(how long|how many days|until when|till when) * (return|exchange|cancel)',
    '^policy$',
  ],
  'cancel-order': [
    '(cancel|stop|withdraw) * (order|orders|purchase)',
    'cancel [a-z]+-?\\d{3,}',
    '(dont|do not) (want|need) * order',
  ],
  'order-address': [
    'address * (order|orders|parcel|package|delivery|[a-z]+-\\d{3,})',
    '(order|orders|parcel|package|delivery|[a-z]+-\\d{3,}) * address',
    '(send|deliver|ship) * (order|it) * (elsewhere|another address)',
  ],
  'customer-address': [
    '(change|update|correct|new|different|another|wrong|save) * (address|addresses)',
    'i (have|ve)? moved',
  ],
  feedback: [
    '(give|leave|write|submit) * (feedback|review|rating)',
    '(feedback|rate) (for|on|my|this|the|your) *',
    '(\\d|one|two|three|four|five) (star|stars)',
    '\\d out of (5|five)',
    '^feedback$',
  ],
  'order-payment': [
    '(change|another|different|new) * payment * order',
    'change * payment method',
    'pay * order * (again|anew|another|differently)',
  ],
  'order-items': [
    '(change|swap|make) * (size|colour|color|item|items|piece) * order',
    '(change|swap) * order * (to|size|colour|color|for)',
    '(change|swap) * (in|of|from) * order',
  ],
  exchange: ['(exchange|exchanges|exchanging)', 'swap (it|this|that|my|the) * (bought|size|for)'],
  return: [
    '(want|need|like|can|could|how|may|please) * return (it|this|that|a|an|the|my|these|those|something|both|all|everything)',
    'return (my|this|these|the|an|it|both|all|everything|order)',
    '(refund|refunds|returns)',
    '(give|send|bring) * back',
    'money back',
    '^return$',
  ],
  track: [
    'where (is|are|s) my (order|parcel|package|delivery|orders)',
    'wheres my (order|parcel|package|delivery)',
    'track',
    'tracking',
    'order status',
    'status of (my|the)? order',
    'when will * (arrive|come|delivered)',
    '(has|did) my order',
  ],
  orders: [
    '(my|past|previous|old|recent) (orders|purchases)',
    'order history',
    'what * i (buy|bought|order|ordered)',
    'show * orders',
    '^orders$',
  ],
};
