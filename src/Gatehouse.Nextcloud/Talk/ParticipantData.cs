namespace Gatehouse.Nextcloud.Talk;

/// <summary>A participant as the API writes it, as far as it is used.</summary>
internal sealed record ParticipantData(
    string? ActorType,
    string? ActorId,
    string? DisplayName,
    int ParticipantType,
    int InCall,
    string[]? SessionIds
);
