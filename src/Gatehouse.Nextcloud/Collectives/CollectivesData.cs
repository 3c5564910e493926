namespace Gatehouse.Nextcloud.Collectives;

/// <summary>The data of an answer about collectives: a list, or one.</summary>
internal sealed record CollectivesData(CollectiveData[]? Collectives, CollectiveData? Collective);
