/** Capabilities of the Salesforce mobile app; none of them is there in a browser. */
const unavailable = { isAvailable: (): boolean => false };

export const getBarcodeScanner = (): typeof unavailable => unavailable;
export const getLocationService = (): typeof unavailable => unavailable;
export const getDocumentScanner = (): typeof unavailable => unavailable;
