import { randomBytes } from 'node:crypto';
import { orgClient } from '../../scripts/lib/org-client.mjs';
import { ADMIN, base } from './store.js';

interface Person {
  id: string;
  accountId: string;
}

export interface StaffMember {
  username: string;
  password: string;
}

const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** What the administrator arranges about people: staff, their roles, and controls on customers. */
export class StaffRoom {
  private readonly client: Awaited<ReturnType<typeof orgClient>>;

  private constructor(client: Awaited<ReturnType<typeof orgClient>>) {
    this.client = client;
  }

  static async open(): Promise<StaffRoom> {
    return new StaffRoom(await orgClient(base, ADMIN));
  }

  /** The person with that address, and the account they buy for. */
  async person(email: string): Promise<Person> {
    const [found] = await this.client.query(`SELECT Id, AccountId FROM Contact WHERE Email = ${literal(email)}`);
    return { id: found.Id, accountId: found.AccountId };
  }

  /** Writes another address on a contact, as staff who correct it do. */
  async writeAddress(contactId: string, email: string): Promise<void> {
    await this.client.record('PATCH', 'Contact', contactId, { Email: email });
  }

  async storeId(): Promise<string> {
    const [found] = await this.client.query('SELECT Id FROM Store__c WHERE Default__c = TRUE');
    return found.Id;
  }

  /** Code of the default store. */
  async storeCode(): Promise<string> {
    const [found] = await this.client.query(
      'SELECT storehouse__Code__c FROM storehouse__Store__c WHERE storehouse__Default__c = TRUE',
    );
    return found.storehouse__Code__c;
  }

  /** Opens the platform's own page of signing up, with the package's handler, as an administrator does in the site's settings. */
  async openSelfRegistration(): Promise<void> {
    await this.client.anonymous(
      `if ([SELECT COUNT() FROM NetworkSelfRegistration] == 0) {
        insert new NetworkSelfRegistration(
          NetworkId = [SELECT Id FROM Network LIMIT 1].Id,
          ApexHandlerId = [SELECT Id FROM ApexClass WHERE Name = 'CustomerSelfRegHandler'].Id,
          ExecuteApexHandlerAsId = UserInfo.getUserId(), OptionsShowFirstName = true, OptionsShowLastName = true,
          OptionsShowEmail = true, OptionsIncludePassword = true);
      }`,
    );
  }

  /** Merges of an address, the first one first. */
  async merges(email: string): Promise<string[]> {
    const found = await this.client.query(
      `SELECT Id FROM storehouse__Identity_Merge__c WHERE storehouse__Email__c = ${literal(email)} ORDER BY CreatedDate, Id`,
    );
    return found.map(({ Id }: { Id: string }) => Id);
  }

  /** Makes somebody of the staff the owner of a contact and its account, as of whomever they had typed in themselves. */
  async handOver(contactId: string, { username }: StaffMember): Promise<void> {
    await this.client.anonymous(
      `Contact person = [SELECT Id, AccountId FROM Contact WHERE Id = ${literal(contactId)}];
      Id ownerId = [SELECT Id FROM User WHERE Username = ${literal(username)}].Id;
      update new Account(Id = person.AccountId, OwnerId = ownerId);
      update new Contact(Id = person.Id, OwnerId = ownerId);`,
    );
  }

  async orderId(orderNumber: string): Promise<string> {
    const [found] = await this.client.query(`SELECT Id FROM Order WHERE OrderNumber = ${literal(orderNumber)}`);
    return found.Id;
  }

  /** What a program of somebody of the staff gets to see: the org as them. */
  clientOf(member: StaffMember): ReturnType<typeof orgClient> {
    return orgClient(base, member);
  }

  /** Who bought, and what belongs to the order. */
  async partsOf(orderId: string): Promise<Record<string, string>> {
    const [order] = await this.client.query(`SELECT AccountId FROM Order WHERE Id = '${orderId}'`);
    const [item] = await this.client.query(`SELECT Id FROM OrderItem WHERE OrderId = '${orderId}' LIMIT 1`);
    const [payment] = await this.client.query(
      `SELECT Id FROM storehouse__Payment__c WHERE storehouse__Order__c = '${orderId}'`,
    );
    return {
      Order: orderId,
      OrderItem: item.Id,
      Account: order.AccountId,
      storehouse__Payment__c: payment.Id,
    };
  }

  /** Somebody's role in a store. */
  async giveRole({ username }: StaffMember, storeCode: string, role: string): Promise<void> {
    await this.client.anonymous(
      `insert new storehouse__Store_Role__c(
        storehouse__User__c = [SELECT Id FROM User WHERE Username = ${literal(username)}].Id,
        storehouse__Store__c = [SELECT Id FROM storehouse__Store__c WHERE storehouse__Code__c = ${literal(storeCode)}].Id,
        storehouse__Role__c = ${literal(role)});`,
    );
  }

  /** How many stores the person is a customer of. */
  async storesOf(contactId: string): Promise<number> {
    const found = await this.client.query(
      `SELECT Id FROM storehouse__Store_Customer__c WHERE storehouse__Contact__c = ${literal(contactId)}`,
    );
    return found.length;
  }

  /** Shares what changed lately, as the hourly job does: behind events that takes up to two minutes in a busy store. */
  async shareRecords(): Promise<void> {
    await this.client.anonymous('System.enqueueJob(new RecordShareJob());');
  }

  /** A record of a store that is not this one. @param kind API name of the object without the namespace */
  async idOfOther(kind: string, storeCode: string): Promise<string> {
    const path = { Store__c: '', Stock_Level__c: 'storehouse__Location__r.storehouse__Store__r.' }[kind];
    const code = `${path ?? 'storehouse__Store__r.'}storehouse__Code__c`;
    const [found] = await this.client.query(
      `SELECT Id FROM storehouse__${kind} WHERE ${code} != NULL AND ${code} != ${literal(storeCode)} LIMIT 1`,
    );
    return found.Id;
  }

  /** Another store of the org, which sells nothing yet. */
  async setUpStore(code: string, name: string): Promise<void> {
    const settings = { code, name, currencyCode: 'USD', locale: 'en-US', pricesIncludeTax: false, testMode: true };
    await this.client.apex('StoreAdminController.setUpStore', { settings });
  }

  /** Ticks Inactive on the account of an order. */
  async closeAccountOf(orderNumber: string): Promise<void> {
    await this.client.anonymous(
      `Id accountId = [SELECT AccountId FROM Order WHERE OrderNumber = ${literal(orderNumber)}].AccountId;
      update new Account(Id = accountId, storehouse__Inactive__c = true);`,
    );
  }

  /** Somebody of the staff with the package's permission set for staff, whom no store lets in yet. */
  async hire(firstName: string, lastName: string): Promise<StaffMember> {
    const username = `${firstName}.${lastName}.${Date.now()}@example.com`.toLowerCase();
    const password = `${randomBytes(12).toString('base64url')}-7a`;
    await this.client.anonymous(
      `User hired = new User(
        Username = ${literal(username)}, Email = ${literal(username)}, FirstName = ${literal(firstName)},
        LastName = ${literal(lastName)}, Alias = 'staff', ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id,
        TimeZoneSidKey = 'America/Los_Angeles', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US');
      insert hired;
      List<PermissionSetAssignment> given = new List<PermissionSetAssignment>();
      for (PermissionSet one : [
        SELECT Id FROM PermissionSet WHERE Name IN ('Storehouse_Staff', 'Storehouse_Standard_Objects_Staff')
      ]) {
        given.add(new PermissionSetAssignment(AssigneeId = hired.Id, PermissionSetId = one.Id));
      }
      insert given;
      System.setPassword(hired.Id, ${literal(password)});`,
    );
    return { username, password };
  }
}
