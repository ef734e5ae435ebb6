/**
 * Signatures that the generated index lacks or has wrong: members newer than its API version, and those that its source
 * describes loosely. Same form as the index, see symbols/standard.ts. An entry adds to the generated one.
 * Source: Apex Reference Guide, https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/
 */
// prettier-ignore
export const overlaySignatures = `
class System.Exception
c ()
c (String)
c (Exception)
c (String,Exception)
m initCause(Exception) Exception
m getInaccessibleFields() Map<String,Set<String>>

class System.Object
m equals(Object) Boolean
m hashCode() Integer
m toString() String

class System.Enum
m name() String
m ordinal() Integer
m equals(Object) Boolean
m hashCode() Integer
m toString() String

class System.AuraHandledException : Exception
c ()
c (String)
c (Exception)
c (String,Exception)

enum System.Quiddity ANONYMOUS AURA BATCH_ACS BATCH_APEX BATCH_CHUNK_PARALLEL BATCH_CHUNK_SERIAL BULK_API COMMERCE_INTEGRATION DISCOVERABLE_LOGIN EXTERNAL_SERVICE_CALLBACK FUNCTION_CALLBACK FUTURE INBOUND_EMAIL_SERVICE INVOCABLE_ACTION IOT PLATFORM_EVENT_PUBLISH_CALLBACK QUEUEABLE QUICK_ACTION REMOTE_ACTION REST RUNTEST_ASYNC RUNTEST_DEPLOY RUNTEST_SYNC SCHEDULED SOAP SYNCHRONOUS TRANSACTION_FINALIZER_QUEUEABLE UNDEFINED VF

class System.QueueableDuplicateSignature
s Builder() QueueableDuplicateSignature.Builder

class System.EventBus
s publishWithAccessLevel(SObject,System.AccessLevel) Database.SaveResult
s publishWithAccessLevel(List<SObject>,System.AccessLevel) List<Database.SaveResult>
s publishWithAccessLevel(SObject,Object,System.AccessLevel) Database.SaveResult
s publishWithAccessLevel(List<SObject>,Object,System.AccessLevel) List<Database.SaveResult>

class System.TestSetup

class System.Test
s createStub(Type,System.StubProvider) Object
s setCurrentPage(PageReference) void
s setCurrentPageReference(PageReference) void
s getFlexQueueOrder() List<Id>
s enqueueBatchJobs(Integer) List<Id>

class System.Map<K,V>
c ()
c (Map<K,V>)
c (List<SObject>)
m equals(Object) Boolean
m toString() String
m iterator() Iterator<K>
m deepClone() Map<K,V>
m putAll(Map<K,V>) void
m putAll(List<SObject>) void

class System.List<T>
c ()
c (Integer)
c (Iterable<T>)
m addAll(Iterable<T>) void
m equals(Object) Boolean
m removeAll(Iterable<T>) Boolean
m getSObjectType() Schema.SObjectType

class System.Set<T>
c ()
c (Integer)
c (Iterable<T>)
m addAll(Iterable<T>) Boolean
m containsAll(Iterable<T>) Boolean
m removeAll(Iterable<T>) Boolean
m retainAll(Iterable<T>) Boolean
m equals(Object) Boolean
m iterator() Iterator<T>
m remove(T) Boolean

interface Database.Batchable<T>

interface System.Finalizer
m execute(FinalizerContext) void

class System.FormulaEvaluationException : Exception

class System.FormulaValidationException : Exception

class System.InvalidDescribeException : Exception

class System.ParseException : Exception

class System.DataWeaveScriptException : Exception

class cache.Session.SessionCacheException : Exception

class cache.Org.OrgCacheException : Exception

class Database.PaginationCursor
m fetchPage(Integer,Integer) Database.CursorFetchResult
m getNumRecords() Integer

class Database.CursorFetchResult
m getNextIndex() Integer
m getNumDeletedRecords() Integer
m getRecords() List<SObject>
m isDone() Boolean

class System.Database
s getCursor(String) Database.Cursor
s getCursor(String,AccessLevel) Database.Cursor
s getCursorWithBinds(String,Map<String,Object>,AccessLevel) Database.Cursor
s getPaginationCursor(String) Database.PaginationCursor
s getPaginationCursor(String,AccessLevel) Database.PaginationCursor
s getPaginationCursorWithBinds(String,Map<String,Object>,AccessLevel) Database.PaginationCursor

class cache.SessionPartition : cache.Partition

class cache.OrgPartition : cache.Partition

class System.UserManagement
s initPasswordlessLogin(Id,Auth.VerificationMethod) String
s verifyPasswordlessLogin(Id,Auth.VerificationMethod,String,String,String) Auth.VerificationResult

class Site.ExternalUserCreateException : Exception
m getDisplayMessages() List<String>

interface Auth.RegistrationHandler
m createUser(Id,Auth.UserData) User
m updateUser(Id,Id,Auth.UserData) void
`;
