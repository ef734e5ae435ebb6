import heading from '@salesforce/label/c.Bookings_Tickets';
import less from '@salesforce/label/c.Store_QuantityDecrease';
import more from '@salesforce/label/c.Store_QuantityIncrease';
import ticket from '@salesforce/label/c.Bookings_Ticket';

export const labels = { heading, less, more, ticket };
