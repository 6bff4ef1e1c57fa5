import { type Logger, pino } from 'pino';

/** JSON lines on stderr. Callers log ids and kinds, never words, names, numbers or bags of shoppers. */
export const createKioskLog = (): Logger =>
  pino(
    {
      name: 'kiosk',
      level: process.env.AISLE_LOG_LEVEL || 'info',
      serializers: { error: pino.stdSerializers.err },
      base: null,
    },
    pino.destination({ fd: 2, sync: true }),
  );
