/** Keeps short secrets unreadable on the disk, where the platform can. Texts in and out. */
export interface SecretBox {
  seal(secret: string): string;
  /** Undefined when it was sealed by another box or machine, or is damaged. */
  open(sealed: string): string | undefined;
}
