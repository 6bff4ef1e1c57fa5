import path from 'node:path';

/** The file that a URL path names, or undefined when it climbs out of the folder. */
export function resolveInside(folder: string, urlPath: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  const file = path.resolve(folder, `.${decoded === '/' ? '/index.html' : decoded}`);
  return file.startsWith(path.resolve(folder) + path.sep) ? file : undefined;
}
