/** Value classes of the Messaging namespace. Sending is the platform's. */
import { defineEnum } from './enums.js';
import { DataHolder, defineHolder } from './data-holder.js';
import { types } from '../types.js';
import { ApexList } from '../values/list.js';

defineEnum('Messaging.AttachmentRetrievalOption', ['NONE', 'METADATA_ONLY', 'METADATA_WITH_BODY']);

const email = {
  bccSender: false,
  replyTo: null,
  senderDisplayName: null,
  saveAsActivity: true,
  subject: null,
  useSignature: true,
  emailPriority: null,
};

defineHolder('Messaging.Email', { fields: email });

const saved = {
  getsaveasactivity: (self: DataHolder) => self.values['saveAsActivity'],
  isusersmail: () => true,
};

defineHolder('Messaging.SingleEmailMessage', {
  parent: 'Messaging.Email',
  fields: {
    ...email,
    bccAddresses: null,
    ccAddresses: null,
    charset: 'UTF-8',
    documentAttachments: null,
    entityAttachments: null,
    fileAttachments: null,
    htmlBody: null,
    inReplyTo: null,
    optOutPolicy: 'SEND',
    orgWideEmailAddressId: null,
    plainTextBody: null,
    references: null,
    targetObjectId: null,
    templateId: null,
    templateName: null,
    toAddresses: null,
    treatBodiesAsTemplate: false,
    treatTargetObjectAsRecipient: true,
    whatId: null,
  },
  methods: saved,
});

defineHolder('Messaging.MassEmailMessage', {
  parent: 'Messaging.Email',
  fields: { ...email, description: null, targetObjectIds: null, templateId: null, whatIds: null },
  methods: saved,
});

defineHolder('Messaging.EmailFileAttachment', {
  fields: { body: null, contentType: null, fileName: null, id: null, inline: false },
});

const list = (name: string) => () => new ApexList(types.std(name));
defineHolder('Messaging.InboundEmail', {
  fields: {
    binaryAttachments: null,
    ccAddresses: null,
    fromAddress: null,
    fromName: null,
    headers: null,
    htmlBody: null,
    htmlBodyIsTruncated: false,
    inReplyTo: null,
    messageId: null,
    plainTextBody: null,
    plainTextBodyIsTruncated: false,
    references: null,
    replyTo: null,
    subject: null,
    textAttachments: null,
    toAddresses: null,
  },
});
defineHolder('Messaging.InboundEmail.BinaryAttachment', {
  fields: { body: null, fileName: null, headers: list('Messaging.InboundEmail.Header'), mimeTypeSubType: null },
});
defineHolder('Messaging.InboundEmail.TextAttachment', {
  fields: {
    body: null,
    bodyIsTruncated: false,
    charset: null,
    fileName: null,
    headers: list('Messaging.InboundEmail.Header'),
    mimeTypeSubType: null,
  },
});
defineHolder('Messaging.InboundEmail.Header', { fields: { name: null, value: null } });
defineHolder('Messaging.InboundEnvelope', { fields: { fromAddress: null, toAddress: null } });
defineHolder('Messaging.InboundEmailResult', { fields: { message: null, success: true } });
defineHolder('Messaging.CustomNotification', {
  fields: { title: null, body: null, notificationTypeId: null, senderId: null, targetId: null, targetPageRef: null },
  arguments: ['notificationTypeId', 'title', 'body', 'senderId', 'targetId', 'targetPageRef'],
});
