import add from '@salesforce/label/c.Forms_Desk_Add_Placement';
import category from '@salesforce/label/c.Forms_Desk_Category';
import product from '@salesforce/label/c.Forms_Desk_Product';
import productHelp from '@salesforce/label/c.Forms_Desk_Product_Help';
import remove from '@salesforce/label/c.Forms_Desk_Remove_Placement';
import active from '@salesforce/label/c.Forms_Place_Active';
import askedFor from '@salesforce/label/c.Forms_Place_For';
import forCategory from '@salesforce/label/c.Forms_Place_For_Category';
import forProduct from '@salesforce/label/c.Forms_Place_For_Product';
import forSession from '@salesforce/label/c.Forms_Place_For_Session';
import forStore from '@salesforce/label/c.Forms_Place_For_Store';
import helpAccount from '@salesforce/label/c.Forms_Place_Help_Account';
import helpAfter from '@salesforce/label/c.Forms_Place_Help_After';
import helpCart from '@salesforce/label/c.Forms_Place_Help_Cart';
import helpCheckout from '@salesforce/label/c.Forms_Place_Help_Checkout';
import helpProduct from '@salesforce/label/c.Forms_Place_Help_Product';
import helpRegistration from '@salesforce/label/c.Forms_Place_Help_Registration';
import number from '@salesforce/label/c.Forms_Place_Number';
import perAttendee from '@salesforce/label/c.Forms_Place_Per_Attendee';
import perAttendeeHelp from '@salesforce/label/c.Forms_Place_Per_Attendee_Help';
import remind from '@salesforce/label/c.Forms_Place_Remind';
import remindHelp from '@salesforce/label/c.Forms_Place_Remind_Help';
import session from '@salesforce/label/c.Forms_Place_Session';
import where from '@salesforce/label/c.Forms_Place_Where';

export const labels = {
  active,
  add,
  askedFor,
  category,
  forCategory,
  forProduct,
  forSession,
  forStore,
  helpAccount,
  helpAfter,
  helpCart,
  helpCheckout,
  helpProduct,
  helpRegistration,
  number,
  perAttendee,
  perAttendeeHelp,
  product,
  productHelp,
  remind,
  remindHelp,
  remove,
  session,
  where,
};
