import type { Page } from 'playwright-core';
import { toString as drawCode } from 'qrcode';

/** A phone's screen with a code on it, where the web shop has it. `style` spoils it, such as `filter: blur(9px)`. */
export async function phoneScreenWith(phone: Page, text: string, style = ''): Promise<Buffer> {
  const code = await drawCode(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  const screen = await phone.context().newPage();
  try {
    await screen.setContent(
      `<meta name="viewport" content="width=device-width"><body style="margin:0;background:#fff"><div style="position:absolute;left:20px;top:290px;width:320px;${style}">${code}</div></body>`,
    );
    return await screen.screenshot();
  } finally {
    await screen.close();
  }
}
