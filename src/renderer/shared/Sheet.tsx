import type { ReactNode } from 'react';
import { Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { localeOf } from '../../contracts/locale.ts';
import { useView } from '../app/view-store.ts';
import styles from './Sheet.module.css';

export interface SheetProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A question over the screen, at the bottom where hands are; touching beside it closes it. */
export function Sheet({ title, children, onClose }: SheetProps) {
  const language = useView((view) => view.language);
  return (
    <I18nProvider locale={localeOf(language)}>
      <ModalOverlay
        className={styles.veil ?? ''}
        isOpen
        isDismissable
        onOpenChange={(open) => !open && onClose()}
      >
        <Modal className={styles.sheet ?? ''}>
          <Dialog className={styles.dialog ?? ''}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
