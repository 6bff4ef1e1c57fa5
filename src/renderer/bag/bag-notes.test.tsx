import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { BagNotes } from './BagNotes.tsx';

afterEach(cleanup);

const line = {
  sku: 'kurta-m',
  handle: 'kurta',
  title: 'Indigo kurta',
  size: 'M',
  colour: 'Indigo',
  image: null,
  quantity: 2,
  unitPrice: 100,
  lineTotal: 200,
  availableHere: 3,
  location: null,
};
const cart = {
  lines: [line],
  pieces: 2,
  subtotal: 200,
  offer: null,
  discount: 0,
  total: 200,
  currency: 'INR',
};
const note = {
  worker: 'gift-wrap',
  key: 'kurta-m',
  title: 'Gift wrap',
  pieces: [{ sku: 'kurta-m', quantity: 2 }],
};

it('shows what a note is, its pieces by name, and the words as they were said', () => {
  render(<BagNotes cart={cart} notes={[{ ...note, text: '<b>For Asha</b>' }]} />);
  expect(screen.getByTestId('bag-note').textContent).toBe('Gift wrap2 × Indigo kurta<b>For Asha</b>');
});

it('has no empty quotation, and nothing where there is no note', () => {
  const { container, rerender } = render(<BagNotes cart={cart} notes={[{ ...note, text: '' }]} />);
  expect(container.querySelector('q')).toBeNull();
  rerender(<BagNotes cart={cart} notes={[]} />);
  expect(container.textContent).toBe('');
});
