/** Names of address parts, as their country calls them: AddressLabels for the page. */
import area from '@salesforce/label/c.Customers_Area';
import city from '@salesforce/label/c.Customers_City';
import county from '@salesforce/label/c.Customers_County';
import department from '@salesforce/label/c.Customers_Department';
import district from '@salesforce/label/c.Customers_District';
import eircode from '@salesforce/label/c.Customers_Eircode';
import emirate from '@salesforce/label/c.Customers_Emirate';
import island from '@salesforce/label/c.Customers_Island';
import oblast from '@salesforce/label/c.Customers_Oblast';
import parish from '@salesforce/label/c.Customers_Parish';
import pin from '@salesforce/label/c.Customers_Pin_Code';
import postTown from '@salesforce/label/c.Customers_Post_Town';
import postal from '@salesforce/label/c.Customers_Postal_Code';
import postcode from '@salesforce/label/c.Customers_Postcode';
import prefecture from '@salesforce/label/c.Customers_Prefecture';
import province from '@salesforce/label/c.Customers_Province';
import state from '@salesforce/label/c.Customers_State';
import suburb from '@salesforce/label/c.Customers_Suburb';
import zip from '@salesforce/label/c.Customers_Zip_Code';

const AREAS = new Map(
  Object.entries({ area, county, department, district, emirate, island, oblast, parish, prefecture, state }),
);
const CITIES = new Map(Object.entries({ district, post_town: postTown, suburb }));
const POSTCODES = new Map(Object.entries({ eircode, pin, postal, zip }));

export const areaLabel = (type?: string): string => AREAS.get(type ?? '') ?? province;
export const cityLabel = (type?: string): string => CITIES.get(type ?? '') ?? city;
export const postcodeLabel = (type?: string): string => POSTCODES.get(type ?? '') ?? postcode;
