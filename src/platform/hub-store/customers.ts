import type { Customer } from '../../contracts/customer.ts';
import type { CustomerGlimpse } from '../../contracts/session.ts';
import type { Sql } from './sql.ts';

interface Row {
  readonly document: string;
}
const toCustomer = (row: Row | undefined): Customer | undefined =>
  row && (JSON.parse(row.document) as Customer);

export async function saveCustomer(sql: Sql, customer: Customer): Promise<void> {
  await sql.run(
    `INSERT INTO customer (customerId, phone, document) VALUES (?, ?, ?)
     ON CONFLICT (customerId) DO UPDATE SET phone = excluded.phone, document = excluded.document`,
    customer.customerId,
    customer.phone,
    JSON.stringify(customer),
  );
}

export async function findCustomer(sql: Sql, customerId: string): Promise<Customer | undefined> {
  return toCustomer(await sql.first<Row>('SELECT document FROM customer WHERE customerId = ?', customerId));
}

export async function findCustomerByPhone(sql: Sql, phone: string): Promise<Customer | undefined> {
  return toCustomer(await sql.first<Row>('SELECT document FROM customer WHERE phone = ?', phone));
}

/** Customers of the simulation, for the sign-in page to offer. */
export async function listCustomers(sql: Sql, limit: number): Promise<readonly Customer[]> {
  const rows = await sql.all<Row>('SELECT document FROM customer ORDER BY customerId LIMIT ?', limit);
  return rows.map((row) => JSON.parse(row.document) as Customer);
}

/** The one letter and the points that a shared screen may know. */
export function glimpseOf(customer: Customer): CustomerGlimpse {
  const [initial = ''] = customer.name.trim();
  return { initial: initial.toUpperCase().slice(0, 2), loyalty: customer.loyalty };
}
