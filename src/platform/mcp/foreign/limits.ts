/** Bytes of one message, or of all that comes between two requests: lists of some thousand tools pass, floods do not. */
export const mostBytes = 2 * 1024 * 1024;
/** Lines that a program may write between two requests. */
export const mostLines = 2_000;
