import styles from './Icon.module.css';

/** 24-unit line drawings, one stroke weight. */
const paths = {
  back: 'M19 12H5m6-6-6 6 6 6',
  next: 'M5 12h14m-6-6 6 6-6 6',
  home: 'M4 11.5 12 5l8 6.5M6.5 10v9h11v-9',
  bag: 'M5 8h14l1 12H4L5 8Zm4 0V6.5a3 3 0 0 1 6 0V8',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-2.4-11.2c.2-1.4 1.2-2.2 2.5-2.2 1.4 0 2.4.9 2.4 2.1 0 1.8-2.4 2-2.4 3.8m0 2.9v.1',
  down: 'M12 4v12m-5-5 5 5 5-5M5 20h14',
  up: 'M12 20V8m-5 5 5-5 5 5M5 4h14',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-9-9h18M12 3c2.5 2.6 3.6 5.6 3.6 9s-1.100 6.400-3.600 9c-2.500-2.600-3.600-5.600-3.600-9s1.100-6.400 3.600-9Z',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'm5 12.500 4.500 4.500L19 7.500',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4.500 4.500',
  send: 'M4 12 20 4l-5 16-3.500-6.500L4 12Zm7.500 1.500L20 4',
  stop: 'M7 7h10v10H7z',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zm4 4h2v2h-2zm-4 2v-1.500m4-4.500h2',
  phone: 'M8 3h8v18H8zM11 18h2',
  hanger:
    'M12 9.500a2 2 0 1 1 2-2c0 1.600-2 1.600-2 3.500l8 5.200c.8.600.4 1.800-.6 1.800H4.600c-1 0-1.400-1.200-.6-1.800L12 11',
  rail: 'M4 6h16M6 6v14M18 6v14M10 6l-1 7h6l-1-7',
  pin: 'M12 21s6.500-6 6.500-11a6.500 6.500 0 0 0-13 0c0 5 6.500 11 6.500 11Zm0-8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  offline:
    'M3 9.500a13 13 0 0 1 5-2.900M21 9.500a13 13 0 0 0-8-3.400M6.500 13a8 8 0 0 1 3.500-2M17.500 13a8 8 0 0 0-2-1.400M12 18v.1M4 3l16 18',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0-13v2m0 14v2M3 12h2m14 0h2M5.600 5.600 7 7m10 10 1.400 1.400M5.600 18.400 7 17M17 7l1.400-1.400',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500Z',
  filter: 'M4 7h16M7 12h10M10 17h4',
  backspace: 'M9 6h11v12H9l-5.500-6L9 6Zm3 4 4 4m0-4-4 4',
  shift: 'M12 5 5 12h4v6h6v-6h4l-7-7Z',
  keyboard: 'M3 7h18v11H3zM7 11h.1M11 11h.1M15 11h.1M8 15h8',
  tag: 'M4 4h8l8 8-8 8-8-8V4Zm4 4v.1',
  chat: 'M4 5h16v11H10l-4 4v-4H4V5Z',
  camera: 'M4 8h4l1.500-2h5L16 8h4v11H4V8Zm8 8.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Z',
} as const;

export type IconName = keyof typeof paths;

const mirrored: ReadonlySet<IconName> = new Set(['back', 'next', 'send']);

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className={`${styles.icon} ${mirrored.has(name) ? styles.mirrored : ''}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
