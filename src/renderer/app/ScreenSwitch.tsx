import { assertNever } from '../../contracts/result.ts';
import { AttractScreen } from '../attract/AttractScreen.tsx';
import { BagScreen } from '../bag/BagScreen.tsx';
import { BrowseScreen } from '../browse/BrowseScreen.tsx';
import { ChatScreen } from '../chat/ChatScreen.tsx';
import { ThanksScreen } from '../end/ThanksScreen.tsx';
import { PayScreen } from '../pay/PayScreen.tsx';
import { PhoneScreen } from '../phone/PhoneScreen.tsx';
import { ProductScreen } from '../product/ProductScreen.tsx';
import { ReservationsScreen } from '../reserve/ReservationsScreen.tsx';
import { ScanScreen } from '../scan/ScanScreen.tsx';
import { HomeScreen } from '../session/HomeScreen.tsx';
import { StaffScreen } from '../staff/StaffScreen.tsx';
import { useView } from './view-store.ts';

export function ScreenSwitch() {
  const screen = useView((view) => view.screen);
  switch (screen.name) {
    case 'attract':
      return <AttractScreen />;
    case 'scan':
      return <ScanScreen />;
    case 'phone':
      return <PhoneScreen />;
    case 'home':
      return <HomeScreen />;
    case 'chat':
      return <ChatScreen />;
    case 'browse':
      return <BrowseScreen key={JSON.stringify(screen.query)} initialQuery={screen.query} />;
    case 'product':
      return <ProductScreen key={screen.handle} handle={screen.handle} sku={screen.sku} />;
    case 'bag':
      return <BagScreen />;
    case 'reservations':
      return <ReservationsScreen reservationId={screen.reservationId} />;
    case 'pay':
      return <PayScreen />;
    case 'thanks':
      return <ThanksScreen farewell={screen.farewell} />;
    case 'staff':
      return <StaffScreen />;
    default:
      return assertNever(screen);
  }
}
