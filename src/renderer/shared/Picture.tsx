import { useState } from 'react';
import { imageUrl } from '../../contracts/kiosk-ipc.ts';
import { Icon } from './Icon.tsx';
import styles from './Picture.module.css';

/** A product picture in its frame; a missing one leaves the frame with a hanger. */
export function Picture({ source, alt }: { readonly source: string | null; readonly alt: string }) {
  const [broken, setBroken] = useState(false);
  return (
    <span className={styles.frame}>
      {source && !broken ? (
        <img src={imageUrl(source)} alt={alt} draggable={false} onError={() => setBroken(true)} />
      ) : (
        <Icon name="hanger" />
      )}
    </span>
  );
}
