import { Component, type ReactNode } from 'react';
import { callKiosk } from '../shared/bridge.ts';
import { CrashScreen } from './CrashScreen.tsx';
import { wipe } from './wipe.ts';

/** A bug on a screen ends the session rather than leave a shopper's data on a dead page. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    void callKiosk('session.end', { reason: 'crash' });
  }

  private readonly restart = (): void => {
    wipe();
    this.setState({ failed: false });
  };

  override render(): ReactNode {
    return this.state.failed ? <CrashScreen onRestart={this.restart} /> : this.props.children;
  }
}
