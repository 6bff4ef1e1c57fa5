import type { IntentWords } from '../../intent-names.ts';

/** Bag, fitting room, payment, offers, points and ways to get it all home. */
export const buying: IntentWords = {
  'keep-points': [
    'no (quiero)? (uses|usar|uso|canjees|canjear|gastes|gastar|apliques) * puntos',
    'sin (usar|canjear|gastar)? (mis|los)? puntos',
    '(quita|quitar|guarda|guardar) * puntos',
  ],
  'redeem-points': [
    '(usa|usar|uso|utiliza|utilizar|canjea|canjear|gasta|gastar|aplica|aplicar) * (puntos|punto)',
    '(paga|pagar|pago) * puntos',
  ],
  'cancel-payment': ['(cancela|cancelar|anula|anular) * (pago|enlace)', 'no quiero pagar'],
  'cancel-reservation': [
    '(cancela|cancelar|anula|anular|quita) * (reserva|prueba)',
    '^(cancela|cancelar|cancelalo)$',
  ],
  extend: [
    'mas (tiempo|minutos|rato)',
    '(ampliar|amplia|alargar|alarga|extender|extiende|prorrogar|prorroga)',
    '(unos|cinco|diez|\\d+) minutos mas',
  ],
  'bigger-size': [
    'talla (mas grande|mayor|superior)',
    '(me)? (queda|esta|es) * (pequeno|pequena|estrecho|estrecha|corto|corta|justo|justa)',
  ],
  'smaller-size': [
    'talla (mas pequena|menor|inferior)',
    '(me)? (queda|esta|es) * (grande|ancho|ancha|largo|larga)',
  ],
  'other-size': [
    '(otra|distinta|diferente) talla',
    '(cambia|cambiar|cambiame) * talla',
    '(trae|traeme|traigame|traer) * (en|talla)',
  ],
  reservations: ['mis reservas', '(que|cuales) * reservado', 'ver * reservas'],
  reserve: [
    '(reserva|reservar|reservame|reservalo|reservala|aparta|apartar|apartame)',
    '(probar|probarlo|probarla|probarme|probarmelo|probarmela|probador)',
  ],
  paid: ['(esta|ya) * (pagado|pague)', 'estado del pago'],
  pay: ['(pagar|pago|pagarlo|cobrar|caja)', 'finalizar * compra', 'enlace de pago'],
  'continue-phone': [
    '(seguir|sigo|continuar|continuo|terminar|termino) * (movil|telefono|celular)',
    '(pasa|pasar|manda|llevar) * (conversacion|chat|esto) * (movil|telefono|celular)',
  ],
  'take-now': ['me (lo|la|los|las) llevo (ahora|puesto|puesta|ya)', 'llevar(me)? * ahora'],
  'pick-up': ['(recoger|recojo|recogerlo|recogerla|recogida) *'],
  'ship-from-shop': [
    'envio (rapido|urgente|express)',
    '(envia|enviar|manda) * (rapido|urgente|desde esta tienda)',
  ],
  'ship-home': [
    '(envia|enviar|envialo|enviamelo|manda|mandamelo) * casa',
    'envio a (casa|domicilio)',
    'a domicilio',
  ],
  fulfilment: [
    '(opciones|gastos|coste) de (envio|entrega)',
    '(haceis|hacen|hay) (envios|envio|entregas)',
    '(envio|envios|entrega)',
  ],
  'remove-offer': ['(quita|quitar|elimina|sin) * (oferta|cupon|codigo|descuento)'],
  'best-offer': ['mejor (oferta|descuento|cupon|codigo)', '(ahorro|ahorrar|ahorra) * mas'],
  'apply-offer': ['(aplica|aplicar|usa|usar) *', '(codigo|cupon) [a-z]*\\d+'],
  offers: ['(oferta|ofertas|descuento|descuentos|cupon|cupones|promocion|promociones|rebajas)'],
  loyalty: ['(puntos|fidelidad|nivel|socio)'],
  remove: ['(quita|quitar|elimina|eliminar|saca|sacar|borra|borrar)'],
  add: [
    '(anade|anadir|anadelo|anadela|agrega|agregar|agregalo|pon|ponlo|mete|compra|comprar)',
    'me (lo|la|los|las) (llevo|quedo)',
  ],
  bag: ['(bolsa|carrito|cesta)', '(ver)? * total$'],
};
