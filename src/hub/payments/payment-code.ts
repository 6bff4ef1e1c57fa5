import { randomBytes } from 'node:crypto';
import { readTypedCode, typedCode } from '../../core/typed-code.ts';

/** 40 random bits. A guess meets a rate limit long before it meets one of the few open payments. */
export const newPaymentCode = (): string => typedCode(randomBytes(5));

/** The code as it is stored, from whatever a person typed; null when it cannot be one. */
export const readPaymentCode = readTypedCode;
