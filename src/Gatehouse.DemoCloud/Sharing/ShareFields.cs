using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>What a request says of a share; a field that is missing is left as it is.</summary>
internal sealed class ShareFields(JsonObject? body)
{
    private static readonly string[] changing =
    [
        "permissions",
        "password",
        "expireDate",
        "note",
        "label",
        "hideDownload",
    ];

    public string? Path => Text("path");

    public int Kind => Number("shareType") ?? -1;

    public string With => Text("shareWith") ?? "";

    public int? Rights => Number("permissions");

    /// <summary>Something of an existing share is to be changed.</summary>
    public bool ChangeSomething => changing.Any(name => Text(name) is not null);

    /// <summary>The share with what is said of it, or why it cannot be so.</summary>
    public ShareOutcome ApplyTo(Share share, DateOnly today)
    {
        if (Text("expireDate") is { } day)
        {
            if (day.Length > 0 && !DateOnly.TryParse(day, CultureInfo.InvariantCulture, out _))
            {
                return ShareOutcome.Refused(new(404, "Invalid date. Format must be YYYY-MM-DD"));
            }

            share = share with { Expires = day.Length == 0 ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture) };
            if (share.Expires <= today)
            {
                return ShareOutcome.Refused(new(404, "Expiration date is in the past"));
            }
        }

        if (Text("password") is { } password && ShareKind.IsPublic(share.Kind))
        {
            if (password.Length > 0 && LinkPassword.Complaint(password) is { } complaint)
            {
                return ShareOutcome.Refused(new(400, complaint));
            }

            share = share with { Password = password.Length == 0 ? null : LinkPassword.Hash(password) };
        }

        return ShareOutcome.Of(
            share with
            {
                Note = Text("note") ?? share.Note,
                Label = Text("label") ?? share.Label,
                HideDownload = Text("hideDownload") is { } hide ? hide is "true" or "1" : share.HideDownload,
            }
        );
    }

    private string? Text(string name) => body?[name]?.ToString();

    private int? Number(string name) =>
        int.TryParse(Text(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}
