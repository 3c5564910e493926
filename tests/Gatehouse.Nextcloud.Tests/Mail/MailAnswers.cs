namespace Gatehouse.Nextcloud.Tests.Mail;

/// <summary>Answers of the Mail app by its documentation (its <c>openapi.json</c> and the serialisation of its entities); none was recorded.</summary>
internal static class MailAnswers
{
    public const string Accounts = """
        [{"id":1,"accountId":1,"name":"Alice Example","order":0,"emailAddress":"alice@example.com","imapHost":"imap.example.com","imapPort":993,
        "imapUser":"alice","imapSslMode":"ssl","signature":null,"draftsMailboxId":12,"sentMailboxId":13,"trashMailboxId":14,"aliases":[]}]
        """;

    public const string Mailboxes = """
        {"id":1,"email":"alice@example.com","mailboxes":[
        {"databaseId":11,"id":"SU5CT1g=","name":"INBOX","accountId":1,"displayName":"INBOX","attributes":["\\subscribed"],"delimiter":".","specialUse":["inbox"],"specialRole":"inbox","mailboxes":[],"syncInBackground":true,"unread":3,"myAcls":null},
        {"databaseId":15,"id":"SU5CT1guQmlsbHM=","name":"INBOX.Bills","accountId":1,"displayName":"INBOX.Bills","attributes":[],"delimiter":".","specialUse":[],"specialRole":0,"mailboxes":[],"syncInBackground":false,"unread":0,"myAcls":null}],"delimiter":"."}
        """;

    public const string Full = """
        {"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":{"uid":7,"messageId":"<order-1@shop.example.com>",
        "from":[{"label":"Shop","email":"shop@example.com"}],"to":[{"label":"alice@example.com","email":"alice@example.com"}],"replyTo":[],"cc":[{"label":"Bob","email":"bob@example.com"}],"bcc":[],
        "subject":"Your order","dateInt":1795447200,"flags":{"seen":false,"flagged":true,"answered":false,"deleted":false,"draft":false,"forwarded":false,"hasAttachments":true,"mdnsent":false,"important":false},
        "hasHtmlBody":true,"body":"<p>Thank <b>you</b></p>","signature":null,"dispositionNotificationTo":"","hasDkimSignature":false,"phishingDetails":{"checks":[],"warning":false},
        "unsubscribeUrl":null,"isOneClickUnsubscribe":false,"unsubscribeMailTo":null,"scheduling":[],
        "attachments":[{"id":2,"messageId":70,"fileName":"bill.pdf","mime":"application/pdf","size":1234,"cid":null,"disposition":"attachment","downloadUrl":"http://127.0.0.1/x"},
        {"id":"3.1","messageId":70,"filename":"note.txt","mime":"text/plain","size":5,"cid":null,"disposition":"attachment"}],
        "id":70,"isSenderTrusted":false,"smime":{"isSigned":false,"signatureIsValid":null,"isEncrypted":false},"rawUrl":"http://127.0.0.1/raw"}}}
        """;

    public static string Message(long id, long sent, string tags = "[]") =>
        $$$"""
            {"databaseId":{{{id}}},"uid":{{{id}}},"subject":"Message {{{id}}}","dateInt":{{{sent}}},
            "flags":{"seen":true,"flagged":false,"answered":false,"deleted":false,"draft":false,"forwarded":false,"hasAttachments":false,"important":false,"$junk":true,"$notjunk":false,"mdnsent":false},
            "tags":{{{tags}}},"from":[{"label":"Bob Example","email":"bob@example.com"}],"to":[{"label":"alice@example.com","email":"alice@example.com"}],"cc":[],"bcc":[],
            "mailboxId":11,"messageId":"<{{{id}}}@example.com>","inReplyTo":null,"references":null,"threadRootId":"<{{{id}}}@example.com>","imipMessage":false,"previewText":"Hello"}
            """;
}
