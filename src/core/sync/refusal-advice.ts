/** What staff can do about an operation that the hub refused; by the operation's type. Staff read English. */
export function refusalAdvice(type: string): string {
  switch (type) {
    case 'reservation-made':
      return 'The piece was promised elsewhere first. The hold is cancelled here: tell the shopper and offer another size or shop.';
    case 'reservation-released':
      return 'The hub had ended this hold already. Nothing to do.';
    case 'reservation-moved':
      return 'The hold stayed with the session that it was made in. If the shopper still wants the piece, hold it anew.';
    case 'reservation-advanced':
      return 'This hold had ended by then, or the piece was bought. Look at the list of fitting rooms; a piece that is not with a shopper goes back to its rail.';
    case 'reservation-extended':
      return 'The hold had ended before the shopper was given more time. Look at the list of fitting rooms, and tell the shopper.';
    case 'stock-watched':
      return 'Nobody will be told: the session had ended or has no phone. If the shopper is still there, start with their number and ask again.';
    case 'stock-unwatched':
      return 'They may still be told once: the session had ended. It is one message, and then nothing more.';
    case 'stock-corrected':
      return 'The recount was not taken: the hub does not know this piece in this shop. Check the number on its label and count it anew.';
    case 'stock-sold':
      return 'More was sold than the till may sell by itself. Count the rail anew, and look whether a shopper waits for the piece.';
    case 'rights-returned':
      return 'Nothing is lost: the pieces stay with this device. Tell support if it happens again.';
    case 'cart-line-set':
    case 'offer-applied':
    case 'fulfilment-set':
    case 'points-set':
    case 'session-note-set':
    case 'plan-set':
      return 'The cart on the phone differs from what was shown here. Ask the shopper to check the cart before paying.';
    default:
      return 'Nothing of the stock depends on it. Tell support if it happens again.';
  }
}
