using System.Net.Mail;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>What is not shared with whom, in the order in which the real one asks.</summary>
internal sealed class ShareRules(Shares shares, ShareTargets targets, PersonDirectory people)
{
    /// <summary>Why this is not shared; null when it may be.</summary>
    public ShareRefusal? Refuse(Person me, ShareFields fields, Located located, int rights) =>
        RefuseFile(located)
        ?? RefuseTarget(me, fields)
        ?? RefuseElsewhere(me, fields)
        ?? RefuseRights(located, rights)
        ?? RefuseDelivery(located, fields);

    public static ShareRefusal? RefuseRights(Located located, int rights) =>
        rights is < 0 or > ShareRights.All ? new(403, "Valid permissions are required for sharing")
        : !located.Allows(ShareRights.Share) ? new(404, $"You are not allowed to share {located.Path.Name}")
        : !located.Allows(rights) ? new(404, $"Cannot increase permissions of {located.Path.Name}")
        : null;

    /// <summary>A mail address and nothing else.</summary>
    public static bool IsAddress(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text;

    private static ShareRefusal? RefuseFile(Located located) =>
        !located.Path.IsRoot ? null
        : located.Mount is null ? new(403, "You cannot share your root folder")
        : ShareRefusal.WrongPath;

    private ShareRefusal? RefuseTarget(Person me, ShareFields fields) =>
        fields.Kind switch
        {
            ShareKind.User when people.Find(fields.With) is null => new(
                404,
                "Please specify a valid account to share with"
            ),
            ShareKind.User when fields.With == me.Id => new(403, "Cannot share with yourself"),
            ShareKind.Group when !people.All.Any(one => one.Account.Groups.Contains(fields.With)) => new(
                404,
                "Please specify a valid group"
            ),
            ShareKind.Email when !IsAddress(fields.With) => new(404, "Please specify a valid email address"),
            ShareKind.DeckCard or ShareKind.Room when !targets.IsOpenTo(me, fields.Kind, fields.With) => new(
                404,
                "Share target not found"
            ),
            _ => null,
        };

    /// <summary>There are no teams here, and no groups of other clouds.</summary>
    private static ShareRefusal? RefuseElsewhere(Person me, ShareFields fields) =>
        fields.Kind switch
        {
            ShareKind.User or ShareKind.Group or ShareKind.Link or ShareKind.Email => null,
            ShareKind.DeckCard or ShareKind.Room => null,
            ShareKind.Remote => fields.With.Contains('@') ? null : new(403, "Invalid cloud id"),
            ShareKind.Circle => new(404, "You cannot share to a Team if the app is not enabled"),
            ShareKind.RemoteGroup => new(
                403,
                $"Sharing /{me.Id}/files/{fields.Path?.Trim('/')} failed because the back end does not allow shares from type {ShareKind.RemoteGroup}"
            ),
            _ => new(400, "Unknown share type"),
        };

    /// <summary>
    /// What fails only when the share is handed over: no other cloud can be reached from here, and an address gets a file once. The real
    /// one says no more of it.
    /// </summary>
    private ShareRefusal? RefuseDelivery(Located located, ShareFields fields) =>
        fields.Kind == ShareKind.Remote || (fields.Kind == ShareKind.Email && IsSent(located, fields.With))
            ? new(403, "Failed to create share.")
            : null;

    private bool IsSent(Located located, string address) =>
        located.Owner.Home.Tree.Find(located.Path) is { } file
        && shares.All.Any(one => one.Kind == ShareKind.Email && one.FileId == file.Id && one.With == address);
}
