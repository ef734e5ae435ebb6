import { parcelStep, parcelText } from 'c/parcelStates';

describe('c-parcel-states', () => {
  it('names every state, and one that a merchant has added by itself', () => {
    expect(parcelText('Failed Attempt')).toBe('c.Orders_Parcel_Failed');
    expect(parcelText('Customs')).toBe('Customs');
    expect(parcelText(null)).toBe('c.Orders_Parcel_Shipped');
  });

  it('knows how far a parcel is', () => {
    expect(
      ['Shipped', 'In Transit', 'Exception', 'Available for Pickup', 'Delivered', 'Customs'].map(parcelStep),
    ).toEqual([1, 2, 2, 3, 4, 1]);
  });
});
