import type { SpokenCommand } from '../../core/agent/spoken-command.ts';

const options = { tool: 'get_gift_wrap_options', list: 'options', value: 'sku' };
const piece = { said: 'bag-line', except: options } as const;

const en =
  '(gift wrap|gift wraps|gift-wrap|gift wrapping|gift-wrapping|giftwrap|gift packaging|gift packing)';
const enDone =
  '(gift wrap|gift-wrap|gift wrapping|gift wrapped|gift-wrapped|giftwrap|giftwrapped|gift pack|gift packing)';
const hi =
  '(गिफ्ट रैप|गिफ्ट की तरह पैक|गिफ्ट में पैक|तोहफे में पैक|उपहार की तरह पैक|तोहफे की तरह पैक|गिफ्ट के लिए पैक|गिफ्ट रैपिंग|गिफ्ट पैक|गिफ्ट पैकिंग|गिफ़्ट रैप|गिफ़्ट पैक|गिफ़्ट पैकिंग|उपहार पैक|तोहफ़े की तरह पैक)';
const hiLatin =
  '(gift wrap|gift wrapping|gift pack|gift packing|giftwrap|gift ki tarah pack|gift ke liye pack|gift mein pack|tohfe ki tarah pack|tohfe mein pack|uphar ki tarah pack)';
const es =
  '(envoltorio de regalo|envoltorios de regalo|envoltura de regalo|papel de regalo|envolver para regalo|envuelto para regalo|para regalo)';
const ar = '(تغليف هديه|تغليف هدايا|تغليف الهدايا|تغليف الهديه|تغليف كهديه|غلاف هديه|غلاف هدايا)';

/** Asked in this order: what is possible, not after all, and then to have it done. */
export const spoken: readonly SpokenCommand[] = [
  {
    name: 'options',
    tool: options.tool,
    patterns: {
      en: [
        `(what|which|do you|have you|is there|are there|how much|how does|show|any) * ${en}`,
        `${en} * (options|choices|available|price|cost|costs)`,
      ],
      hi: [
        `(क्या|कौन|कौनसा|कौनसे|कितने|कितना) * ${hi} * (है|हैं|मिलेगा|मिलता|होता|करते)`,
        `${hi} * (क्या|कितने|कितना|विकल्प|मिलेगा|मिलता|दिखाओ|होती|करते)`,
        `${hiLatin} * (milega|milta|milti|kitne|kitna|kitni|dikhao|karte|hoti|hota|options|hai kya)`,
        `(kya|kaunsa|kaunse|kitne|kitna) * ${hiLatin} * (hai|hain|milega|hoti|karte|lagega|hota)`,
      ],
      es: [
        `(que|hay|tienes|tienen|teneis|cuanto|cuales|haceis|hacen) * (envoltorio|envoltorios|envoltura|papel|envolver|bolsas|cajas) (de|para) regalo`,
        '^(envuelven|envolveis|pueden envolver|podeis envolver|haceis|hacen) * (regalo|regalos)$',
        '(opciones|precio|cuesta|cuanto|vale) * (envoltorio|envoltorios|envoltura|papel) de regalo',
      ],
      ar: [`(ما|ماذا|هل|كم|عندكم|لديكم|يوجد|خيارات|اعرض) * ${ar}`],
    },
  },
  {
    name: 'remove',
    tool: 'remove_gift_wrap',
    patterns: {
      en: [
        `(remove|cancel|without|drop|undo|no|dont|do not|delete|take off) * ${enDone}`,
        `take * ${enDone} off`,
        '^unwrap',
      ],
      hi: [
        `${hi} * (हटा|हटाओ|हटाएँ|हटाएं|मत|नहीं|रद्द|निकाल|निकालो)`,
        `${hiLatin} * (hata|hatao|hataiye|mat|nahi|nikalo|nikal)`,
      ],
      es: [`(quita|quitar|quitale|cancela|cancelar|elimina|sin|no) * ${es}`],
      ar: [`(ازل|احذف|الغ|الغي|الغاء|بدون|شيل) * ${ar}`, '(ازل|احذف|الغ|الغي|بدون|شيل) (التغليف|تغليف)'],
    },
    arguments: { sku: piece },
  },
  {
    name: 'add',
    tool: 'add_gift_wrap',
    context: 'outcome',
    pointing: ['envuelvelo', 'envuelvela', 'envuelvemelo', 'envuelvemela', 'غلفه', 'غلفها', 'لفه', 'لفها'],
    patterns: {
      en: [
        enDone,
        '(wrap|pack) * as (a)? (gift|gifts|present|presents)',
        '^(please)? wrap (it|this|that|them|these|everything|both)',
      ],
      hi: [hi, hiLatin, '(उपहार|तोहफ़े|तोहफे|गिफ्ट) * (लपेट|लपेटो|पैक|रैप)'],
      es: [
        es,
        '(envuelve|envuelvelo|envuelvela|envuelvelos|envuelvelas|envuelveme|envuelvemelo|envolver|empaqueta) * (regalo|regalos)',
        '(envuelvelo|envuelvela|envuelvelos|envuelvelas|envuelvemelo|envuelvemela)',
      ],
      ar: [
        ar,
        '(غلف|غلفي|غلفوا|غلفه|غلفها|غلفهم|لف|لفه|لفها) * (هديه|كهديه|هدايا|كهدايا)',
        '^(غلفه|غلفها|غلفهم)',
      ],
    },
    arguments: {
      sku: piece,
      quantity: { said: 'quantity' },
      wrap: { said: 'choice', name: 'name', ...options },
      message: {
        said: 'text',
        leads: {
          en: [
            'with the message',
            'with a message',
            'with a message saying',
            'with a message that says',
            'with the note',
            'with a note',
            'with a note saying',
            'with a card saying',
            'and write',
            'message',
            'saying',
          ],
          hi: [
            'इस संदेश के साथ',
            'संदेश के साथ',
            'और लिखो',
            'और संदेश',
            'संदेश',
            'मैसेज',
            'sandesh ke saath',
            'message ke saath',
            'sandesh',
            'aur likho',
          ],
          es: [
            'con el mensaje',
            'con un mensaje',
            'con un mensaje que diga',
            'con la nota',
            'con una nota que diga',
            'que diga',
            'y escribe',
            'mensaje',
          ],
          ar: [
            'مع رسالة',
            'مع الرسالة',
            'مع هذه الرسالة',
            'برسالة',
            'والرسالة',
            'واكتب',
            'واكتب عليها',
            'رسالة',
          ],
        },
      },
    },
  },
];
