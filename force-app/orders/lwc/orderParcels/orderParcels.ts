import getParcels from '@salesforce/apex/ShipmentController.getParcels';
import setStatus from '@salesforce/apex/ShipmentController.setStatus';
import loading from '@salesforce/label/c.Admin_Loading';
import changed from '@salesforce/label/c.Orders_Parcels_Changed';
import fromPlace from '@salesforce/label/c.Orders_Parcels_From';
import none from '@salesforce/label/c.Orders_Parcels_None';
import sent from '@salesforce/label/c.Orders_Parcels_Sent';
import status from '@salesforce/label/c.Orders_Parcels_Status';
import title from '@salesforce/label/c.Orders_Parcels_Title';
import track from '@salesforce/label/c.Orders_Parcels_Track';
import { parcelText } from 'c/parcelStates';
import RecordPanel from 'c/recordPanel';
import { fillLabel } from 'c/storeFormat';

type Parcel = Awaited<ReturnType<typeof getParcels>>[number];

const BADGES: Record<string, string> = {
  Delivered: 'slds-theme_success',
  'Failed Attempt': 'slds-theme_warning',
  Exception: 'slds-theme_error',
};

/** Parcels of an order: what is in them, where they are; staff say where they are. */
export default class OrderParcels extends RecordPanel {
  labels = { loading, none, sent, title };
  parcels: Parcel[] = [];

  get isEmpty(): boolean {
    return !this.isLoading && !this.errorMessage && this.parcels.length === 0;
  }

  get rows() {
    return this.parcels.map((parcel) => ({
      ...parcel,
      heading: [parcel.name, parcel.carrier, parcel.place && fillLabel(fromPlace, parcel.place)]
        .filter(Boolean)
        .join(' · '),
      stateText: parcelText(parcel.status),
      badge: BADGES[parcel.status ?? ''] ?? '',
      trackLabel: fillLabel(track, parcel.trackingNumber ?? parcel.name ?? ''),
      lines: (parcel.lines ?? []).map((line) => ({ id: line.id, text: `${line.quantity} × ${line.title}` })),
      mayChange: (parcel.next ?? []).length > 0,
      statusLabel: fillLabel(status, parcel.name ?? ''),
      options: [parcel.status!, ...(parcel.next ?? [])].map((value) => ({ value, label: parcelText(value) })),
    }));
  }

  override async read(recordId: string) {
    this.parcels = (await getParcels({ orderId: recordId })) ?? [];
  }

  handleStatus(event: CustomEvent<{ value: string }>) {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    return this.perform(async () => {
      this.parcels = (await setStatus({ shipmentId: id, status: event.detail.value })) ?? [];
    }, changed);
  }
}
