import type { Language } from '../../contracts/primitives.ts';

export interface KeyboardLayout {
  readonly rows: readonly string[];
  /** Second layer; absent where the script has no capitals and the first layer holds all. */
  readonly shifted: readonly string[];
  readonly direction: 'ltr' | 'rtl';
}

/** Keys of a row are separated by spaces. Hindi is InScript, Arabic the 101 layout: what phones and desks have. */
export const keyboardLayouts: Readonly<Record<Language, KeyboardLayout>> = {
  en: {
    direction: 'ltr',
    rows: ['1 2 3 4 5 6 7 8 9 0', 'q w e r t y u i o p', 'a s d f g h j k l', 'z x c v b n m , . ?'],
    shifted: ['1 2 3 4 5 6 7 8 9 0', 'Q W E R T Y U I O P', 'A S D F G H J K L', "Z X C V B N M ' - !"],
  },
  es: {
    direction: 'ltr',
    rows: [
      '1 2 3 4 5 6 7 8 9 0',
      'q w e r t y u i o p',
      'a s d f g h j k l ñ',
      'z x c v b n m , . ¿ ?',
      'á é í ó ú ü',
    ],
    shifted: [
      '1 2 3 4 5 6 7 8 9 0',
      'Q W E R T Y U I O P',
      'A S D F G H J K L Ñ',
      'Z X C V B N M - ! ¡',
      'Á É Í Ó Ú Ü',
    ],
  },
  hi: {
    direction: 'ltr',
    rows: ['1 2 3 4 5 6 7 8 9 0', 'ौ ै ा ी ू ब ह ग द ज ड ़', 'ो े ् ि ु प र क त च ट', 'ॉ ं म न व ल स , . य ?'],
    shifted: [
      '1 2 3 4 5 6 7 8 9 0',
      'औ ऐ आ ई ऊ भ ङ घ ध झ ढ ञ',
      'ओ ए अ इ उ फ ऱ ख थ छ ठ',
      'ऑ ँ ण ळ ऴ श ष । - ऋ ृ',
    ],
  },
  ar: {
    direction: 'rtl',
    rows: [
      '1 2 3 4 5 6 7 8 9 0',
      'ض ص ث ق ف غ ع ه خ ح ج د',
      'ش س ي ب ل ا ت ن م ك ط ذ',
      'ئ ء ؤ ر لا ى ة و ز ظ ؟',
    ],
    shifted: ['1 2 3 4 5 6 7 8 9 0', 'َ ً ُ ٌ ِ ٍ ّ ْ إ أ آ ،', 'ش س ي ب ل ا ت ن م ك ط ذ', 'ئ ء ؤ ر لا ى ة و ز ظ !'],
  },
};
