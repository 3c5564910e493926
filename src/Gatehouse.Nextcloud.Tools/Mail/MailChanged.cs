using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>Messages that were changed.</summary>
internal sealed record MailChanged(
    IReadOnlyList<long> Ids,
    [property: Description("They have other ids there.")] long? MovedTo = null,
    [property: Description("The label of the tag that was given.")] string? Tag = null
);
