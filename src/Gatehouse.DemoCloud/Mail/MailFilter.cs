using System.Globalization;

namespace Gatehouse.DemoCloud.Mail;

/// <summary>The filter of a list of messages: words with a colon, apart by spaces; texts are alternatives with <c>match:anyof</c>.</summary>
internal sealed class MailFilter
{
    private readonly List<Func<MailMessage, bool>> texts = [];
    private readonly List<Func<MailMessage, bool>> conditions = [];
    private bool isAnyOf;

    public static MailFilter Parse(string filter)
    {
        var parsed = new MailFilter();
        foreach (var word in filter.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Split(':', 2) is [var type, var value])
            {
                parsed.Add(type, Uri.UnescapeDataString(value.Replace('+', ' ')));
            }
        }

        return parsed;
    }

    public bool Matches(MailMessage message) =>
        conditions.TrueForAll(condition => condition(message))
        && (texts.Count == 0 || (isAnyOf ? texts.Exists(text => text(message)) : texts.TrueForAll(t => t(message))));

    private void Add(string type, string value)
    {
        switch (type)
        {
            case "subject":
                texts.Add(message => message.Subject.Contains(value, StringComparison.OrdinalIgnoreCase));
                break;
            case "from":
                texts.Add(message => message.From.Any(from => from.Holds(value)));
                break;
            case "to":
                texts.Add(message => message.To.Any(to => to.Holds(value)));
                break;
            case "body":
                conditions.Add(message => message.Body.Contains(value, StringComparison.OrdinalIgnoreCase));
                break;
            case "match":
                isAnyOf = value == "anyof";
                break;
            case "is" when value == "unread":
                conditions.Add(message => !message.Seen);
                break;
            case "is" when value == "starred":
                conditions.Add(message => message.Flagged);
                break;
            case "flags" when value.Contains("attachments", StringComparison.Ordinal):
                conditions.Add(message => message.Files.Count > 0);
                break;
            case "start":
                conditions.Add(message => message.Date >= Number(value));
                break;
            case "end":
                conditions.Add(message => message.Date <= Number(value));
                break;
            default:
                break;
        }
    }

    private static long Number(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
