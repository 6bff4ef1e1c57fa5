import type { Customer } from '../../contracts/customer.ts';
import type { CustomerGlimpse } from '../../contracts/session.ts';
import type { Connection } from '../store/connection.ts';

const toCustomer = (row: { document: string } | undefined): Customer | undefined =>
  row && (JSON.parse(row.document) as Customer);

export function saveCustomer(connection: Connection, customer: Customer): void {
  connection
    .prepare(
      `INSERT INTO customer (customerId, phone, document) VALUES (?, ?, ?)
       ON CONFLICT (customerId) DO UPDATE SET phone = excluded.phone, document = excluded.document`,
    )
    .run(customer.customerId, customer.phone, JSON.stringify(customer));
}

export function findCustomer(connection: Connection, customerId: string): Customer | undefined {
  return toCustomer(
    connection
      .prepare<{ document: string }>('SELECT document FROM customer WHERE customerId = ?')
      .first(customerId),
  );
}

export function findCustomerByPhone(connection: Connection, phone: string): Customer | undefined {
  return toCustomer(
    connection.prepare<{ document: string }>('SELECT document FROM customer WHERE phone = ?').first(phone),
  );
}

/** Customers of the simulation, for the sign-in page to offer. */
export function listCustomers(connection: Connection, limit: number): readonly Customer[] {
  return connection
    .prepare<{ document: string }>('SELECT document FROM customer ORDER BY customerId LIMIT ?')
    .all(limit)
    .map((row) => JSON.parse(row.document) as Customer);
}

/** The one letter and the points that a shared screen may know. */
export function glimpseOf(customer: Customer): CustomerGlimpse {
  const [initial = ''] = customer.name.trim();
  return { initial: initial.toUpperCase().slice(0, 2), loyalty: customer.loyalty };
}
