import assisted from '@salesforce/label/c.Account_Profile_Assisted';
import change from '@salesforce/label/c.Account_Profile_Password_Change';
import emailHeading from '@salesforce/label/c.Account_Profile_Email_Heading';
import emailNew from '@salesforce/label/c.Account_Profile_Email_New';
import emailNow from '@salesforce/label/c.Account_Profile_Email_Now';
import emailProve from '@salesforce/label/c.Account_Profile_Email_Prove';
import emailSend from '@salesforce/label/c.Account_Profile_Email_Send';
import emailSent from '@salesforce/label/c.Account_Profile_Email_Sent';
import emailUnproven from '@salesforce/label/c.Account_Profile_Email_Unproven';
import emailWaiting from '@salesforce/label/c.Account_Profile_Email_Waiting';
import firstName from '@salesforce/label/c.Customers_First_Name';
import lastName from '@salesforce/label/c.Customers_Last_Name';
import nameHeading from '@salesforce/label/c.Account_Profile_Name_Heading';
import passwordChanged from '@salesforce/label/c.Account_Profile_Password_Changed';
import passwordHeading from '@salesforce/label/c.Account_Profile_Password_Heading';
import passwordNew from '@salesforce/label/c.Account_Profile_Password_New';
import passwordNone from '@salesforce/label/c.Account_Profile_Password_None';
import passwordNote from '@salesforce/label/c.Account_Profile_Password_Note';
import passwordProve from '@salesforce/label/c.Account_Profile_Password_Prove';
import passwordSend from '@salesforce/label/c.Account_Profile_Password_Send';
import passwordSent from '@salesforce/label/c.Account_Profile_Password_Sent';
import passwordOld from '@salesforce/label/c.Account_Profile_Password_Old';
import phone from '@salesforce/label/c.Customers_Phone';
import save from '@salesforce/label/c.Account_Profile_Save';
import saved from '@salesforce/label/c.Account_Profile_Saved';
import title from '@salesforce/label/c.Account_Profile_Title';

export const labels = {
  assisted,
  change,
  emailHeading,
  emailNew,
  emailNow,
  emailProve,
  emailSend,
  emailSent,
  emailUnproven,
  emailWaiting,
  firstName,
  lastName,
  nameHeading,
  passwordChanged,
  passwordHeading,
  passwordNew,
  passwordNone,
  passwordNote,
  passwordOld,
  passwordProve,
  passwordSend,
  passwordSent,
  phone,
  save,
  saved,
  title,
};
