namespace Gatehouse.Nextcloud.Talk;

/// <summary>A file in a message.</summary>
/// <param name="Id">Its file id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Where this person has it, without a leading slash; null when it is not said.</param>
/// <param name="MediaType">Its media type; null when it is not said.</param>
public sealed record ChatFile(string Id, string Name, string? Path, string? MediaType);
