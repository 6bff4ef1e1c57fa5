/** What staff can do about an operation that the hub refused; by the operation's type. Staff read English. */
export function refusalAdvice(type: string): string {
  switch (type) {
    case 'reservation-made':
      return 'The piece was promised elsewhere first. The hold is cancelled here: tell the shopper and offer another size or shop.';
    case 'reservation-released':
      return 'The hub had ended this hold already. Nothing to do.';
    case 'cart-line-set':
    case 'offer-applied':
      return 'The cart on the phone differs from what was shown here. Ask the shopper to check the cart before paying.';
    default:
      return 'Nothing of the stock depends on it. Tell support if it happens again.';
  }
}
