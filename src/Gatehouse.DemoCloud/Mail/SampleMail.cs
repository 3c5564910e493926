using System.Text;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Mail;

/// <summary>What lies in the inboxes of a small company and a family.</summary>
internal static class SampleMail
{
    private const long Hour = 3600;

    public static MailState Of(IEnumerable<Person> people, long now)
    {
        var state = new MailState();
        foreach (var person in people)
        {
            var account = new MailAccount(
                state.Accounts.Count + 1,
                person.Id,
                person.Account.DisplayName,
                person.Account.Email
            );
            state = state with { Accounts = state.Accounts.Add(account) };
            state = Inbox(account, now).Aggregate(state, (grown, message) => grown.With(message));
        }

        return state;
    }

    private static IEnumerable<MailMessage> Inbox(MailAccount account, long now)
    {
        yield return Message(
            account,
            "Kitchen table: oak it is",
            new MailAddress("Anna Weber", "anna.weber@example.com"),
            "<p>Dear workshop,</p><p>we have decided: <b>oak legs</b>, please. The deposit was transferred today.</p><p>When can you deliver? <i>Before Christmas</i> would be perfect.</p><p>Kind regards<br>Anna Weber</p><div style=\"display:none\">tracking 4711</div>",
            isHtml: true,
            now - (2 * Hour)
        ) with
        {
            Flagged = true,
        };
        yield return Message(
            account,
            "Invoice 2026-3391, band saw motor",
            new MailAddress("Motor Krause", "billing@krause.example.com"),
            "Dear customer,\n\nplease find the invoice attached: 412.60, due within 14 days.\n\nMotor Krause",
            isHtml: false,
            now - (20 * Hour)
        ) with
        {
            Files =
            [
                new MailFile(
                    "invoice-2026-3391.txt",
                    "text/plain",
                    Encoding.UTF8.GetBytes("Invoice 2026-3391\nMotor, 1.5 kW\n412.60\n")
                ),
            ],
        };
        yield return Message(
            account,
            "School closed on Friday",
            new MailAddress("Lakeside School", "office@school.example.com"),
            "Dear parents,\n\nthe heating is being repaired on Friday. There is care from 8:00 for those who need it; please write until Wednesday.",
            isHtml: false,
            now - (50 * Hour)
        ) with
        {
            Seen = true,
        };
        yield return Message(
            account,
            "Spring fair: your stand",
            new MailAddress("Town office", "fair@town.example.com"),
            "<p>Stand 14 is reserved for you until the end of the month.</p><p><a href=\"https://town.example.com/fair\">Confirm here</a></p>",
            isHtml: true,
            now - (75 * Hour)
        ) with
        {
            Seen = true,
        };
    }

    private static MailMessage Message(
        MailAccount account,
        string subject,
        MailAddress from,
        string body,
        bool isHtml,
        long date
    ) =>
        new(0, account.Mailbox("inbox"), subject, body, isHtml, date)
        {
            From = [from],
            To = [new MailAddress(account.Name, account.Email)],
            MessageId = $"<{Errors.Answers.ETagOf(subject + account.Id)}@example.com>",
        };
}
