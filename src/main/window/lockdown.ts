import { app, type Session, session } from 'electron';

/** The page's origin; its files come from the application folder through this scheme, never from `file:` or a network. */
export const pageOrigin = 'aisle://kiosk';

/**
 * Nothing but our own files, our own pictures and the camera. `wasm-unsafe-eval` is for the QR decoder. Inline styles
 * are set by the scanner and keyboard libraries; scripts never are.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' aisle-image: data:",
  "font-src 'self'",
  "media-src 'self' blob: mediastream:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page's session lives in memory: no cookies, cache or storage outlive the process. */
export const pageSession = (): Session => session.fromPartition('kiosk', { cache: false });

/** Denies all permissions but the camera to our own page. */
export function lockPermissions(pageSession: Session): void {
  const allowed = (permission: string, url: string, mediaTypes: readonly string[]) =>
    permission === 'media' && url.startsWith(pageOrigin) && mediaTypes.every((type) => type === 'video');
  pageSession.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    decide(mediaTypes.length > 0 && allowed(permission, details.requestingUrl, mediaTypes));
  });
  pageSession.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    allowed(permission, requestingOrigin, [details.mediaType ?? 'unknown']),
  );
  pageSession.setDevicePermissionHandler(() => false);
}

/** No contents of this application may navigate, open windows or attach web views, whoever made them. */
export function lockContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}
