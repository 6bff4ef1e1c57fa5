import type { IntentWords } from '../../intent-names.ts';

/** Fitting room and what is held for it. */
export const trial: IntentWords = {
  'cancel-reservation': [
    '(cancela|cancelar|anula|anular|quita) * (reserva|prueba)',
    '^(cancela|cancelar|cancelalo)$',
    '(cancela|cancelar|cancele|anula|anular|anule|quita|libera|suelta) * (reserva|reservas|prueba|probador|reservado|reservada|apartado|apartada)',
    '(ya no|no) (quiero|necesito) * (reservado|reservada|apartado|apartada|reserva|guardado|guardada)',
  ],
  extend: [
    'mas (tiempo|minutos|rato)',
    '(ampliar|amplia|alargar|alarga|extender|extiende|prorrogar|prorroga)',
    '(unos|cinco|diez|\\d+) minutos mas',
    '(mas|un poco mas|algo mas) (de)? (tiempo|minutos|rato)',
    '(ampliar|amplia|alargar|alarga|extender|extiende|prorrogar|prorroga)',
    '(unos|otros|cinco|diez|quince|\\d+) minutos (mas)?',
    '(guardalo|guardala|guardamelo|guardamela|reservalo|reservala) * mas',
    '(llego|llegare|voy a llegar) tarde',
  ],
  'bigger-size': [
    'talla (mas grande|mayor|superior)',
    '(me)? (queda|esta|es) * (pequeno|pequena|estrecho|estrecha|corto|corta|justo|justa)',
    '(una)? talla (mas|mas grande|mayor|superior|mas arriba)',
    '(me)? (queda|quedan|esta|estan|es|va|viene) * (pequeno|pequena|pequenos|pequenas|estrecho|estrecha|corto|corta|justo|justa|apretado|apretada|chico|chica)',
    '(mas grande|mas amplio|mas ancha)$',
    '(demasiado|muy) (pequeno|pequena|estrecho|estrecha|corto|corta|apretado|apretada|chico|chica)',
  ],
  'smaller-size': [
    'talla (mas pequena|menor|inferior)',
    '(me)? (queda|esta|es) * (grande|ancho|ancha|largo|larga)',
    '(una)? talla (menos|mas pequena|menor|inferior|mas abajo|mas chica)',
    '(me)? (queda|quedan|esta|estan|es|va|viene) * (grande|grandes|ancho|ancha|largo|larga|flojo|floja|suelto|suelta|enorme)',
    '(mas pequeno|mas pequena|mas chico|mas chica)$',
    '(demasiado|muy) (grande|ancho|ancha|largo|larga|flojo|floja|holgado|holgada)',
  ],
  'other-size': [
    '(otra|distinta|diferente) talla',
    '(cambia|cambiar|cambiame) * talla',
    '(trae|traeme|traigame|traer) * (en|talla)',
    '(otra|distinta|diferente) talla',
    '(cambia|cambiar|cambiame|cambieme) * talla',
    '(trae|traeme|traigame|traer|traerme|traiganme) * (en|talla|la|una|otra)',
  ],
  reservations: [
    'mis reservas',
    '(que|cuales) * reservado',
    'ver * reservas',
    '(mis|ver|ensename|muestrame|lista) * reservas',
    '(que|cuales|cual) * (reservado|reservada|apartado|apartada|guardado|guardada|reservas)',
    '(que|cual) * probador',
  ],
  reserve: [
    '(reserva|reservar|reservame|reservalo|reservala|aparta|apartar|apartame)',
    '(probar|probarlo|probarla|probarme|probarmelo|probarmela|probador)',
    '(reserva|reservar|reservame|reservalo|reservala|reserve|reserveme|resérvamelo|aparta|apartar|apartame|apartamelo|apartamela|guarda|guardame|guardamelo|guardamela|separame|separa)',
    '(probar|probarlo|probarla|probarlos|probarlas|probarme|probarmelo|probarmela|probarmelos|probador|probadores|pruebo|probemos)',
  ],
};
