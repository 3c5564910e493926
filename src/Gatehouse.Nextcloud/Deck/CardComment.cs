namespace Gatehouse.Nextcloud.Deck;

/// <summary>A comment on a card.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CardId">The card.</param>
/// <param name="Message">Its text; mentions are written <c>@user</c>.</param>
/// <param name="ActorId">The user id of who wrote it.</param>
/// <param name="ActorDisplayName">The name of who wrote it.</param>
/// <param name="Created">When.</param>
/// <param name="ReplyToId">The comment it answers; null when none.</param>
public sealed record CardComment(
    long Id,
    long CardId,
    string Message,
    string ActorId,
    string ActorDisplayName,
    DateTimeOffset Created,
    long? ReplyToId
);
