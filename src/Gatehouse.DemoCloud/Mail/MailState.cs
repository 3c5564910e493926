using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Mail;

/// <summary>The mail of all people. Each has one account, whose mailboxes are made with it.</summary>
internal sealed record MailState
{
    public ImmutableList<MailAccount> Accounts { get; init; } = [];

    public ImmutableList<MailMessage> Messages { get; init; } = [];

    public ImmutableList<MailTag> Tags { get; init; } = [];

    /// <summary>Drafts and what is in the outbox, before it becomes a message.</summary>
    public ImmutableList<LocalMessage> Locals { get; init; } = [];

    public long LastId { get; init; }

    public MailAccount? AccountOf(string person) => Accounts.FirstOrDefault(account => account.Person == person);

    public MailMessage? Find(string person, long id) =>
        Messages.FirstOrDefault(message => message.Id == id && AccountOf(person)?.Has(message.MailboxId) is true);

    public MailState With(MailMessage message) =>
        this with
        {
            Messages = Messages.Add(message with { Id = LastId + 1 }),
            LastId = LastId + 1,
        };

    /// <summary>Puts a message into the mailbox of what was sent, and into the inboxes of those here whom it goes to.</summary>
    public MailState Deliver(LocalMessage local, MailAccount from, long now)
    {
        var message = local.ToMessage(from, now);
        var sent = With(message with { MailboxId = from.Mailbox("sent"), Seen = true });
        var readers = local
            .To.Concat(local.Cc)
            .Concat(local.Bcc)
            .Select(to => to.Email)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return Accounts
            .Where(account => readers.Contains(account.Email, StringComparer.OrdinalIgnoreCase))
            .Aggregate(
                sent,
                (state, account) => state.With(message with { MailboxId = account.Mailbox("inbox"), Seen = false })
            );
    }
}
