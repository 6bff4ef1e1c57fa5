import type { IntentWords } from '../intent-names.ts';

/** Written as `normalise` leaves it: without accents. */
export const spanish: IntentWords = {
  associate: [
    '(llama|llame|llamar|hablar|necesito) * (alguien|persona|dependiente|empleado|asistente|encargado|vendedor)',
  ],
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
  'order-address': [
    '(cambia|cambiar|corrige|corregir|nueva|otra) * direccion',
    'direccion * (mal|equivocada)',
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
  'cancel-payment': ['(cancela|cancelar|anula|anular) * (pago|enlace)', 'no quiero pagar'],
  'cancel-reservation': [
    '(cancela|cancelar|anula|anular|quita) * (reserva|prueba)',
    '^(cancela|cancelar|cancelalo)$',
  ],
  reservations: ['mis reservas', '(que|cuales) * reservado', 'ver * reservas'],
  reserve: [
    '(reserva|reservar|reservame|reservalo|reservala|aparta|apartar|apartame)',
    '(probar|probarlo|probarla|probarme|probarmelo|probarmela|probador)',
  ],
  paid: ['(esta|ya) * (pagado|pague)', 'estado del pago'],
  pay: ['(pagar|pago|pagarlo|cobrar|caja)', 'finalizar * compra', 'enlace de pago'],
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
  compare: ['(compara|comparar|comparame|comparalos|comparalas)', '(diferencia|diferencias)', 'cual * mejor'],
  similar: [
    '(parecido|parecida|parecidos|parecidas|similar|similares)',
    '(algo|otro|otra|otros|otras|uno|una) como (este|esta|esto|ese|esa|el|la)',
  ],
  bundle: [
    '(combina|combinar|combinaria|pega|queda|va) (bien)? con',
    'completa * (look|conjunto)',
    'completar * (look|conjunto)',
    'que (me)? pongo con',
  ],
  nearby: ['(otra|otras) (tienda|tiendas|sucursal|sucursales)', '(cerca|cercanas|cercana)'],
  store: [
    '(horario|horarios|direccion|telefono)',
    '(cuando|hora) * (abre|abren|cierra|cierran|abris|cerrais)',
    '(abierto|abierta|abiertos)',
  ],
  locate: ['donde (esta|estan|encuentro|puedo)'],
  stock: [
    '(lo|la|los|las) (tienes|tienen|teneis|hay) en',
    '(tienes|hay|tienen) (este|esta|eso|ese) *',
    '(disponible|existencias)',
    '(que|cuales) (tallas|colores)',
    'hay en (talla)?',
  ],
  details: [
    '(cuentame|dime|saber|detalles|informacion) * (mas|sobre)?',
    '(cuanto) (cuesta|vale|es)',
    'de que (esta hecho|esta hecha|material)',
  ],
  recommend: [
    '(recomienda|recomiendas|recomiendame|recomendacion|sugiere|sugieres|sugerencia|sorprendeme)',
    '(novedades|mas vendidos)',
    'algo (bonito|especial|nuevo)',
    'que me pongo',
  ],
  cheaper: ['mas (barato|barata|baratos|baratas|economico|economica)'],
  more: ['(muestrame|ver|ensename) mas', 'mas (opciones|resultados)'],
  search: ['(busco|buscar|busca|muestrame|muestra|ensename|quiero|necesito|quisiera|tienes|tienen|hay)'],
  help: ['(ayuda|ayudame)', 'que puedes hacer'],
  thanks: ['(gracias|perfecto|genial)'],
  bye: ['(adios|hasta luego)'],
  greet: ['(hola|buenas|buenos dias|buenas tardes)'],
  yes: ['^(si|vale|claro|de acuerdo)$'],
  no: ['^(no gracias|ahora no)$'],
};
