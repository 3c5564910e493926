using Gatehouse.Nextcloud.Files;

namespace Gatehouse.Nextcloud.Mail;

/// <summary>A message to be kept as a draft, or to be sent.</summary>
public sealed record OutgoingMail
{
    /// <summary>The account it is sent from.</summary>
    public required long AccountId { get; init; }

    /// <summary>To whom.</summary>
    public IReadOnlyList<Correspondent> To { get; init; } = [];

    /// <summary>And to whom.</summary>
    public IReadOnlyList<Correspondent> Cc { get; init; } = [];

    /// <summary>And to whom without the others seeing it.</summary>
    public IReadOnlyList<Correspondent> Bcc { get; init; } = [];

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The text.</summary>
    public required string Body { get; init; }

    /// <summary>The text is HTML.</summary>
    public bool IsHtml { get; init; }

    /// <summary>The Message-ID of the message this answers; null for none.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Files of the person to attach; the cloud reads them itself.</summary>
    public IReadOnlyList<FilePath> Attachments { get; init; } = [];
}
