namespace Gatehouse.Nextcloud.Talk;

/// <summary>Somebody to add, as it is sent.</summary>
internal sealed record ParticipantWrite(string NewParticipant, string Source);
