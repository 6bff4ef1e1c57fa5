import type { IntentWords } from '../../intent-names.ts';

/** Orders that were placed, and what may be done about them. */
export const orders: IntentWords = {
  track: [
    'donde esta mi (pedido|paquete|envio)',
    '(rastrear|seguimiento|seguir)',
    'estado (de mi|del) pedido',
    'cuando llega * pedido',
  ],
  policy: ['politica', '(condiciones|plazo|reglas) (de|para) *'],
  'cancel-order': [
    '(cancela|cancelar|cancelo|anula|anular|anulo) * (pedido|pedidos|compra)',
    '(cancela|cancelar|anula|anular) [a-z]+-?\\d{3,}',
  ],
  'order-address': ['direccion * (pedido|envio|[a-z]+-\\d{3,})', '(pedido|envio|[a-z]+-\\d{3,}) * direccion'],
  'customer-address': ['(cambia|cambiar|corrige|corregir|nueva|otra|guarda) * direccion', 'me he mudado'],
  feedback: [
    '(dar|dejar|deja|escribir) * (opinion|valoracion|resena)',
    '(valorar|puntuar) *',
    '\\d estrellas',
  ],
  'order-payment': [
    '(cambia|cambiar|otro) * (pago|metodo de pago) * pedido',
    '(cambia|cambiar) * metodo de pago',
  ],
  'order-items': [
    '(cambia|cambiar) * (talla|color|prenda) * pedido',
    '(cambia|cambiar) * pedido * (talla|color|por)',
  ],
  exchange: ['(quiero|puedo|quisiera) * cambiar (este|esta|esto|el|la|un|una|lo)', 'cambiarlo', 'cambiarla'],
  return: ['(devolver|devolverlo|devolverla|devolucion|devoluciones|reembolso)'],
  orders: ['(mis|ultimos) (pedidos|compras)', 'historial'],
};
